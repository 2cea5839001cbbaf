import type { Request } from "../emitted/result.ts";

/** What delivery remembers about members, for as many as fit. Forgetting costs a request, never an error. */
export interface Members {
  /** Whether a member is known to be missing, for this request's batch or for good. */
  isMissing(request: Request): boolean;
  /** Remembers that SessionM does not know a member: for the request's batch, or for the whole run. */
  setMissing(request: Request, scope: "batch" | "run"): void;
  /** The body of the profile that the member has, where it is known. */
  profile(request: Request): string | undefined;
  /** Remembers the profile that the member has now, or with undefined that it is not known. */
  setProfile(request: Request, body: string | undefined): void;
}

interface Member {
  readonly profile?: string | undefined;
  /** The batch whose requests are held back, or `true` for all batches. */
  readonly missing?: string | true | undefined;
}

/** Longer profiles are not worth their memory: they are sent again. */
const longestProfile = 16 * 1024;

/** Returns a memory of at most `limit` members, without those that were heard of longest ago. */
export function createMembers(limit = 10_000): Members {
  const members = new Map<string, Member>();

  function remember(externalId: string, member: Member): void {
    members.delete(externalId);
    members.set(externalId, member);
    if (members.size <= limit) return;
    const [oldest] = members.keys();
    if (oldest !== undefined) members.delete(oldest);
  }

  return {
    isMissing({ externalId, batch }) {
      const missing = members.get(externalId)?.missing;
      return missing === true || missing === batch;
    },
    setMissing({ externalId, batch }, scope) {
      remember(externalId, { missing: scope === "run" ? true : batch });
    },
    profile: ({ externalId }) => members.get(externalId)?.profile,
    setProfile({ externalId }, body) {
      const fits = body !== undefined && body.length <= longestProfile;
      remember(externalId, { profile: fits ? body : undefined });
    },
  };
}

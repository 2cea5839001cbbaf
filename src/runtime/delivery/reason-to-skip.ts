import { hashKey } from "../queue/hash-key.ts";
import type { QueuedBatch, SkipReason } from "../queue/queue.ts";
import type { DispatcherLimits } from "./dispatcher-options.ts";
import type { KeyedRequest } from "./request-key.ts";

/** Returns why a request that was not attempted yet is not sent at all; undefined where it is. */
export function reasonToSkip(
  { request, event }: KeyedRequest,
  { madeAt, member }: QueuedBatch,
  { send, limits, now }: { send: "changed" | "always"; limits: DispatcherLimits; now: number },
): SkipReason | undefined {
  if (request.kind === "event") {
    return now - (event?.at ?? madeAt) > limits.maxAgeMilliseconds ? "too_old" : undefined;
  }
  const { profile } = member;
  if (profile === undefined) return undefined;
  if (madeAt < profile.madeAt) return "stale_profile";
  const isFresh = now - profile.deliveredAt < limits.unchangedMilliseconds;
  const isSame = send === "changed" && profile.hash === hashKey(request.body);
  return isSame && isFresh ? "unchanged_profile" : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Says whether a later profile sets all that an earlier one sets, so that the earlier one need not be sent. */
export function supersedes(later: string, earlier: string): boolean {
  const [of, than] = [fieldsOf(later), fieldsOf(earlier)];
  return coversKeys(of, than) && coversKeys(customOf(of), customOf(than));
}

function fieldsOf(body: string): Fields {
  // The emitted code made it, see `sendProfile`.
  return (JSON.parse(body) as { user: Fields }).user;
}

function customOf({ user_profile }: Fields): Fields {
  return (user_profile ?? {}) as Fields; // likewise
}

function coversKeys(later: Fields, earlier: Fields): boolean {
  return Object.keys(earlier).every((key) => Object.hasOwn(later, key));
}

import type { Request } from "../emitted/result.ts";
import type { MissingUsers } from "../settings.ts";

/** How a user is created: the mapping form of `missing_users` (`language.md` §1). */
export type CreateSettings = Extract<MissingUsers, object>["create"];

/** The path of every request that creates a member, and of no other. */
export const createUserPath = "/priv/v1/apps/{api_key}/users";

/**
 * Returns the request that creates a member (docs/sessionm.md, "Requests"): with the profile's fields where a profile found
 * the member missing, with the identifiers alone where an event did.
 */
export function createUserRequest(request: Request, { externalIdType, optedIn }: CreateSettings): Request {
  const user = {
    ...(request.kind === "profile" ? fieldsOf(request.body) : {}),
    external_id: request.externalId,
    external_id_type: externalIdType,
    opted_in: optedIn,
  };
  return {
    ...request,
    method: "POST",
    path: createUserPath,
    body: JSON.stringify({ user }),
  };
}

function fieldsOf(body: string): object {
  const profile: { readonly user: object } = JSON.parse(body);
  return profile.user;
}

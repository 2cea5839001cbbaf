import type { Refusal } from "./answers.ts";
import { newUser } from "./profile.ts";
import type { Target } from "./routes.ts";
import type { Rules } from "./rules.ts";
import type { Switches } from "./switches.ts";
import type { User, Users } from "./users.ts";

/** Returns the user that a path names; where there is none, what `missing` says: a refusal, or a new user, not saved. */
export function findUser(
  target: Target,
  missing: Switches["missing_user_on_profile"],
  { switches, now }: Rules,
  users: Users,
): User | Refusal {
  const found = candidates(target, users);
  if (found.length > 1 && switches.ambiguous_external_id === "error") {
    return { refused: "validation", message: "several users have this external id", status: 409 };
  }
  const user = switches.ambiguous_external_id === "oldest" ? found.at(0) : found.at(-1);
  if (user?.suspended && switches.suspended_user === "error") {
    return { refused: "not_available", message: "the user is suspended" };
  }
  if (user !== undefined) return user;
  if (missing === "upsert" && target.by === "external_id") {
    return newUser(users, now, [{ external_id: target.value, external_id_type: null }]);
  }
  return missing === "bare_404"
    ? { refused: "not_found", message: "no such user", bare: true }
    : { refused: missing === "upsert" ? "user_not_found" : missing, message: "no such user" };
}

function candidates({ by, value }: Target, users: Users): readonly User[] {
  if (by === "external_id") return users.findByExternalId(value);
  const user = users.findById(value);
  return user === undefined ? [] : [user];
}

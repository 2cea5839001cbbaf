import { isRecord } from "./json.ts";
import { allOrProblem, type Problem } from "./problem.ts";
import { newUser } from "./profile.ts";
import type { Users } from "./users.ts";

/** A user that exists without having been created by a request. Two with one external id make it ambiguous. */
export interface SeedUser {
  readonly external_id: string;
  readonly email?: string;
  readonly suspended?: boolean;
}

/** Reads a list of users; a text is an external id. */
export function parseSeedUsers(json: unknown): readonly SeedUser[] | Problem {
  if (!Array.isArray(json)) return { problem: "Users are a list." };
  return allOrProblem(json.map(parseSeedUser));
}

function parseSeedUser(json: unknown): SeedUser | Problem {
  if (typeof json === "string") return { external_id: json };
  const { external_id, email, suspended = false } = isRecord(json) ? json : {};
  if (typeof external_id !== "string" || typeof suspended !== "boolean") {
    return { problem: "A user is an external id, or an object with external_id, email and suspended." };
  }
  return typeof email === "string" ? { external_id, email, suspended } : { external_id, suspended };
}

/** Adds a user. */
export function seedUser(
  users: Users,
  { external_id, email, suspended = false }: SeedUser,
  now: number,
): void {
  const user = newUser(users, now, [{ external_id, external_id_type: null }]);
  const fields = email === undefined ? user.fields : new Map([...user.fields, ["email", email]]);
  users.save({ ...user, fields, suspended });
}

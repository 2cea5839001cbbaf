import type { Refusal } from "./answers.ts";
import type { ProfileChange } from "./check-profile.ts";
import type { Rules } from "./rules.ts";
import type { Identifier, User, Users } from "./users.ts";

const attributeLimit = 200;

/** Returns a user that is not saved yet; a user who says nothing about it is opted in. */
export function newUser(users: Users, now: number, identifiers: readonly Identifier[] = []): User {
  const fields = new Map([["opted_in", true]]);
  const id = users.nextId();
  return { id, identifiers, fields, attributes: new Map(), suspended: false, createdAt: now, updatedAt: now };
}

/** Returns why a change cannot be made: another user has the email address. */
export function findConflict(
  user: User,
  change: ProfileChange,
  { switches }: Rules,
  users: Users,
): Refusal | undefined {
  const email = change.fields.get("email");
  if (typeof email !== "string" || switches.email_conflict === "allow") return undefined;
  if (users.findByEmail(email).every((other) => other.id === user.id)) return undefined;
  return { refused: "validation", message: "email is taken", status: 409 };
}

/** Returns the user after a change. What the change does not name stays. */
export function changeUser(user: User, change: ProfileChange, { switches, now }: Rules): User {
  const listed = change.identifiers ?? [];
  const replaces = change.identifiers !== undefined && switches.identifiers === "replace";
  const kept = replaces ? [] : user.identifiers;
  const added = change.identifier === undefined ? listed : [...listed, change.identifier];
  const attributes = merge(user.attributes, change.attributes);
  return {
    ...user,
    identifiers: added.reduce(moveToEnd, kept),
    fields: merge(user.fields, change.fields),
    // Documented: beyond 200 attributes "not all will be available".
    attributes: new Map([...attributes].slice(0, attributeLimit)),
    updatedAt: now,
  };
}

function moveToEnd(identifiers: readonly Identifier[], latest: Identifier): readonly Identifier[] {
  return [...identifiers.filter((identifier) => identifier.external_id !== latest.external_id), latest];
}

function merge(
  before: ReadonlyMap<string, unknown>,
  changes: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  return new Map([...before, ...changes].filter(([name]) => changes.get(name) !== null));
}

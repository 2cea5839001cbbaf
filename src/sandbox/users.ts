/** One of a user's external ids. */
export interface Identifier {
  readonly external_id: string;
  readonly external_id_type: string | null;
}

/** A user as the sandbox keeps it; every change makes a new one. */
export interface User {
  readonly id: string;
  /** The external ids, the most recently updated last. */
  readonly identifiers: readonly Identifier[];
  /** The standard fields, except the external ids. */
  readonly fields: ReadonlyMap<string, unknown>;
  /** The custom attributes. */
  readonly attributes: ReadonlyMap<string, unknown>;
  readonly suspended: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The users of the sandbox, found by id, external id and email address. */
export interface Users {
  all(): readonly User[];
  count(): number;
  findById(id: string): User | undefined;
  /** Returns all users with an external id, the oldest first. */
  findByExternalId(externalId: string): readonly User[];
  findByEmail(email: string): readonly User[];
  /** Returns an id for a new user: ids count up, so that runs repeat. */
  nextId(): string;
  save(user: User): void;
}

/** Creates an empty store of users. */
export function createUsers(): Users {
  const byId = new Map<string, User>();
  const byExternalId = new Map<string, Set<string>>();
  const byEmail = new Map<string, Set<string>>();
  let given = 0;
  const resolve = (ids: Iterable<string> = []) => [...ids].sort().flatMap((id) => byId.get(id) ?? []);
  return {
    all: () => [...byId.values()],
    count: () => byId.size,
    findById: (id) => byId.get(id),
    findByExternalId: (externalId) => resolve(byExternalId.get(externalId)),
    findByEmail: (email) => resolve(byEmail.get(email.toLowerCase())),
    nextId() {
      given += 1;
      return `00000000-0000-4000-8000-${String(given).padStart(12, "0")}`;
    },
    save(user) {
      const before = byId.get(user.id);
      byId.set(user.id, user);
      reindex(byExternalId, user.id, externalIds(before), externalIds(user));
      reindex(byEmail, user.id, emails(before), emails(user));
    },
  };
}

function externalIds(user: User | undefined): readonly string[] {
  return user?.identifiers.map((identifier) => identifier.external_id) ?? [];
}

function emails(user: User | undefined): readonly string[] {
  const email = user?.fields.get("email");
  return typeof email === "string" ? [email.toLowerCase()] : [];
}

function reindex(
  index: Map<string, Set<string>>,
  id: string,
  before: readonly string[],
  after: readonly string[],
): void {
  for (const key of before) index.get(key)?.delete(id);
  for (const key of after) index.set(key, (index.get(key) ?? new Set()).add(id));
}

/** Returns a user in SessionM's JSON. Lists that are empty are null there. */
export function renderUser(user: User) {
  return {
    ...Object.fromEntries(user.fields),
    id: user.id,
    external_id: user.identifiers.at(-1)?.external_id ?? null,
    identifiers: user.identifiers.length > 0 ? user.identifiers : null,
    suspended: user.suspended,
    created_at: new Date(user.createdAt).toISOString(),
    updated_at: new Date(user.updatedAt).toISOString(),
    user_profile: { _version: 1, ...Object.fromEntries(user.attributes) },
  };
}

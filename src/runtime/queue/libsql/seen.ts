import type { Database, Row } from "./database.ts";
import type { Effects, TransactionPart } from "./effects.ts";
import {
  chunkSize,
  digestOf,
  digestsIn,
  entrySize,
  hasDigest,
  memberDigest,
  packEntries,
  type SeenEntry,
  unpackEntries,
} from "./seen-entry.ts";
import { createSeenIndex, type SeenIndex } from "./seen-index.ts";

/**
 * Keys that were seen, each once, for as long as they are recognised. They stand in the order they came in, in chunks
 * of one page, so that noting some costs one page, whatever keys they are; where each is, is known in memory. All of
 * it works within a transaction.
 */
export interface Seen {
  /** Notes a key; false where it was noted before. */
  note(key: string, about: SeenFacts): boolean;
  /** Forgets a key that a batch brought. */
  remove(key: string, batch: number): void;
  removeMember(externalId: string): void;
  /** Forgets some of those that were seen before a time, the oldest first; says how many. */
  removeBefore(time: number): number;
  /** Forgets some of the oldest where there are more; says how many. */
  removeOver(most: number): number;
  /** Gets to know what is there. Otherwise that is done when it is first needed. */
  load(): void;
}

/** What is kept of a key besides itself. */
export interface SeenFacts {
  readonly externalId: string;
  readonly at: number;
  readonly batch: number;
}

/** How many chunks are read at once. */
const pageSize = 250;

/** Returns the {@link Seen} of a table. */
export function createSeen(
  database: Database,
  table: "seen_contents" | "seen_events",
  effects: Effects,
): Seen {
  const { run, get, all } = database;
  let index: SeenIndex | undefined;
  let latest = Number(get(`SELECT max(id) AS id FROM ${table}`)?.["id"] ?? 1);
  /** What was noted in the transaction that is under way, by digest. */
  const pending = new Map<string, SeenEntry>();
  let hasJoined = false;
  let places: { readonly entry: SeenEntry; readonly id: number }[] = [];

  const known = () => (index ??= load());

  function load(): SeenIndex {
    const loaded = createSeenIndex();
    for (const { id, bytes } of chunks()) for (const digest of digestsIn(bytes)) loaded.add(digest, id);
    return loaded;
  }

  function* chunks(): Generator<Chunk> {
    let rows: readonly Row[] = [];
    let after = 0;
    do {
      rows = all(`SELECT id, entries FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, after, pageSize);
      for (const row of rows) {
        after = Number(row["id"]);
        yield { id: after, bytes: bytesOf(row) };
      }
    } while (rows.length === pageSize);
  }

  function read(id: number): Buffer {
    const row = get(`SELECT entries FROM ${table} WHERE id = ?`, id);
    return row === undefined ? Buffer.alloc(0) : bytesOf(row);
  }

  function write(id: number, bytes: Buffer): void {
    if (bytes.length === 0) run(`DELETE FROM ${table} WHERE id = ?`, id);
    else run(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`, id, bytes);
  }

  /** Drops entries of a chunk; says how many. */
  function drop({ id, bytes }: Chunk, isDropped: (entry: SeenEntry) => boolean): number {
    const entries = unpackEntries(bytes);
    const dropped = new Set(entries.filter(isDropped));
    if (dropped.size === 0) return 0;
    write(id, packEntries(entries.filter((entry) => !dropped.has(entry))));
    effects.add(() => {
      for (const { digest } of dropped) index?.remove(digest, id);
    });
    return dropped.size;
  }

  function find(digest: Buffer): Chunk | undefined {
    for (const id of known().find(digest)) {
      const bytes = read(id);
      if (hasDigest(bytes, digest)) return { id, bytes };
    }
    return undefined;
  }

  /** What a transaction noted goes to the end of the latest chunk, and into further ones. */
  const part: TransactionPart = {
    beforeCommit() {
      let rest = [...pending.values()];
      places = [];
      for (let id = latest; rest.length > 0; id++) {
        const there = read(id);
        const added = rest.slice(0, chunkSize - there.length / entrySize);
        rest = rest.slice(added.length);
        if (added.length > 0) write(id, Buffer.concat([there, packEntries(added)]));
        for (const entry of added) places.push({ entry, id });
      }
    },
    committed() {
      for (const { entry, id } of places) {
        index?.add(entry.digest, id);
        latest = id;
      }
      end();
    },
    undone: () => end(),
  };

  function end(): void {
    pending.clear();
    hasJoined = false;
  }

  return {
    note(key, { externalId, at, batch }) {
      const digest = digestOf(key);
      const name = digest.toString("latin1");
      if (pending.has(name) || find(digest) !== undefined) return false;
      if (!hasJoined) effects.join(part);
      hasJoined = true;
      pending.set(name, { digest, member: memberDigest(externalId), at, batch });
      return true;
    },
    remove(key, batch) {
      const digest = digestOf(key);
      if (pending.get(digest.toString("latin1"))?.batch === batch) pending.delete(digest.toString("latin1"));
      const found = find(digest);
      if (found === undefined) return;
      drop(found, (entry) => entry.batch === batch && entry.digest.equals(digest));
    },
    removeMember(externalId) {
      const member = memberDigest(externalId);
      for (const [name, entry] of pending) if (entry.member.equals(member)) pending.delete(name);
      for (const chunk of chunks()) {
        if (chunk.bytes.includes(member)) drop(chunk, (entry) => entry.member.equals(member));
      }
    },
    removeBefore(time) {
      let count = 0;
      for (const chunk of oldest()) count += drop(chunk, ({ at }) => at < time);
      return count;
    },
    removeOver(most) {
      let over = Math.max(0, known().size() - most);
      let count = 0;
      for (const chunk of over === 0 ? [] : oldest()) count += drop(chunk, () => over-- > 0);
      return count;
    },
    load: () => void known(),
  };

  /** The oldest chunks, some of them. */
  function oldest(): readonly Chunk[] {
    const rows = all(`SELECT id, entries FROM ${table} ORDER BY id LIMIT 20`);
    return rows.map((row) => ({ id: Number(row["id"]), bytes: bytesOf(row) }));
  }
}

interface Chunk {
  readonly id: number;
  readonly bytes: Buffer;
}

function bytesOf(row: Row): Buffer {
  return row["entries"] as Buffer; // the column holds nothing else
}

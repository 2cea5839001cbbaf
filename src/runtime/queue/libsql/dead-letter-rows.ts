import { mayHaveHadEffect, revive } from "../effect.ts";
import type { DeadLetter, DeadLetterFilter, NewDeadLetter } from "../queue.ts";
import type { Database, Row, Value } from "./database.ts";
import type { Store } from "./store.ts";

/** Where a dead letter comes from. */
export interface LetterOrigin {
  readonly sequence: number;
  readonly lane: string;
  readonly identity: string;
  readonly receivedAt: number;
  readonly madeAt: number;
  readonly bytes: Uint8Array;
}

/** Adds a dead letter; the bytes are kept once for all letters of a batch. */
export function addLetter(database: Database, origin: LetterOrigin, letter: NewDeadLetter, at: number): void {
  const { sequence, lane, identity, receivedAt, madeAt, bytes } = origin;
  database.run("INSERT OR IGNORE INTO originals VALUES (?, ?)", sequence, bytes);
  database.run(
    `INSERT INTO dead_letters (at, lane, reason, original, identity, received_at, made_at, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    at,
    lane,
    letter.reason,
    sequence,
    identity,
    receivedAt,
    madeAt,
    JSON.stringify(letter),
  );
}

/** Returns dead letters, the latest first. */
export function findLetters(database: Database, filter: DeadLetterFilter): readonly DeadLetter[] {
  const { ids, reason, externalId, before, limit } = filter;
  const conditions: [sql: string, value: Value][] = [];
  if (ids !== undefined) conditions.push(["id IN (SELECT value FROM json_each(?))", JSON.stringify(ids)]);
  if (reason !== undefined) conditions.push(["reason = ?", reason]);
  if (externalId !== undefined) conditions.push(["lane = ?", externalId]);
  if (before !== undefined) conditions.push(["id < ?", before]);
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.map(([sql]) => sql).join(" AND ")}`;
  const sql = `SELECT * FROM dead_letters JOIN originals ON sequence = original ${where} ORDER BY id DESC LIMIT ?`;
  return database.all(sql, ...conditions.map(([, value]) => value), limit ?? -1).map(letterOf);
}

function letterOf(row: Row): DeadLetter {
  // `addLetter` wrote the row.
  const letter = JSON.parse(row["data"] as string) as NewDeadLetter;
  return {
    ...letter,
    // What JSON leaves out.
    point: letter.point,
    queued: letter.queued,
    id: row["id"] as number,
    at: row["at"] as number,
    lane: row["lane"] as string,
    batch: {
      identity: row["identity"] as string,
      receivedAt: row["received_at"] as number,
      madeAt: row["made_at"] as number,
    },
    bytes: row["bytes"] as Uint8Array,
  };
}

/** Deletes dead letters, and the bytes that no other letter needs; says how many there were. */
export function deleteLetters(database: Database, ids: readonly number[]): number {
  const some = "SELECT value FROM json_each(?)";
  const list = JSON.stringify(ids);
  const found = database.all(`SELECT DISTINCT original FROM dead_letters WHERE id IN (${some})`, list);
  const count = database.run(`DELETE FROM dead_letters WHERE id IN (${some})`, list);
  const originals = JSON.stringify(found.map(({ original }) => original));
  database.run(
    `DELETE FROM originals WHERE sequence IN (${some})
     AND NOT EXISTS (SELECT 1 FROM dead_letters WHERE original = sequence)`,
    originals,
  );
  return count;
}

/** Puts a dead letter back into its lane. */
export function putBack({ database, lanes }: Store, letter: DeadLetter, now: number): void {
  const { lane, batch, bytes, point, reason, queued } = letter;
  const sequence = database.insert(
    `INSERT INTO batches (lane, identity, received_at, made_at, only_position, only_key, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    lane,
    batch.identity,
    batch.receivedAt,
    batch.madeAt,
    point?.position ?? null,
    point?.key ?? null,
    bytes,
  );
  if (mayHaveHadEffect(reason) && queued !== undefined) {
    // What SessionM may have done goes out as it was, under the id that it may remember.
    database.run(
      "INSERT INTO requests VALUES (?, ?, ?)",
      sequence,
      queued.key,
      JSON.stringify(revive(queued)),
    );
  }
  lanes.add(lane, sequence, now);
}

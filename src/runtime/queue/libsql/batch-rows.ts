import { hashKey } from "../hash-key.ts";
import type { MemberState, NewBatch, QueuedBatch, QueuedRequest } from "../queue.ts";
import type { Database, Row } from "./database.ts";
import { addLetter } from "./dead-letter-rows.ts";
import type { Store } from "./store.ts";

/** Puts a batch at the end of its lane, unless its content was there before. */
export function acceptBatch({ database, lanes, contents }: Store, batch: NewBatch): "accepted" | "duplicate" {
  const { bytes, lane, identity, contentKey, receivedAt, madeAt, deadLetter } = batch;
  if (!contents.note(contentKey, { externalId: lane, at: receivedAt, batch: 0 })) return "duplicate";
  const sequence = database.insert(
    "INSERT INTO batches (lane, identity, received_at, made_at, bytes) VALUES (?, ?, ?, ?, ?)",
    lane,
    identity,
    receivedAt,
    madeAt,
    bytes,
  );
  if (deadLetter === undefined) {
    lanes.add(lane, sequence, receivedAt);
    return "accepted";
  }
  // Through the table of batches, so that it has a sequence that no other batch gets.
  lanes.skip(sequence);
  removeBatch(database, sequence);
  addLetter(database, { sequence, lane, identity, receivedAt, madeAt, bytes }, deadLetter, receivedAt);
  return "accepted";
}

/** Returns the first batch of a lane, with what came of it so far. */
export function readFirst(database: Database, lane: string): QueuedBatch | undefined {
  const row = database.get("SELECT * FROM batches WHERE lane = ? ORDER BY sequence LIMIT 1", lane);
  if (row === undefined) return undefined;
  // The columns are those of the schema.
  const sequence = row["sequence"] as number;
  const position = row["only_position"] as number | null;
  const key = row["only_key"] as string | null;
  return {
    sequence,
    bytes: row["bytes"] as Uint8Array,
    identity: row["identity"] as string,
    receivedAt: row["received_at"] as number,
    madeAt: row["made_at"] as number,
    only: position === null || key === null ? undefined : { position, key },
    requests: new Map(database.all("SELECT * FROM requests WHERE batch = ?", sequence).map(requestOf)),
    member: memberOf(database.get("SELECT * FROM members WHERE member = ?", hashKey(lane))),
  };
}

function requestOf(row: Row): [string, QueuedRequest | "settled"] {
  const data = row["data"] as string | null;
  // `freeze` wrote it.
  return [row["key"] as string, data === null ? "settled" : (JSON.parse(data) as QueuedRequest)];
}

function memberOf(row: Row | undefined): MemberState {
  if (row === undefined) return { profile: undefined, missingSince: undefined, isForgotten: false };
  const hash = row["profile_hash"] as string | null;
  const madeAt = row["profile_made_at"] as number;
  const deliveredAt = row["profile_delivered_at"] as number;
  return {
    profile: hash === null ? undefined : { hash, madeAt, deliveredAt },
    missingSince: (row["missing_since"] as number | null) ?? undefined,
    isForgotten: row["forgotten_at"] !== null,
  };
}

/** Removes a batch and what came of its requests. */
export function removeBatch(database: Database, sequence: number): void {
  database.run("DELETE FROM requests WHERE batch = ?", sequence);
  database.run("DELETE FROM batches WHERE sequence = ?", sequence);
}

/** The bytes of the batch after one in its lane. */
export function peekBatch({ get }: Database, lane: string, after: number): Uint8Array | undefined {
  const sql = "SELECT bytes FROM batches WHERE lane = ? AND sequence > ? ORDER BY sequence LIMIT 1";
  const bytes = get(sql, lane, after)?.["bytes"];
  return bytes instanceof Uint8Array ? bytes : undefined;
}

/** Puts a batch into another lane, at its place by age. */
export function moveBatch({ database, lanes }: Store, sequence: number, lane: string): void {
  const row = database.get("SELECT received_at FROM batches WHERE sequence = ?", sequence);
  if (row === undefined) return;
  database.run("UPDATE batches SET lane = ? WHERE sequence = ?", lane, sequence);
  lanes.addMoved(lane, Number(row["received_at"]));
}

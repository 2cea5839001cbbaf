import { hashKey } from "../hash-key.ts";
import type { MemberState, QueuedBatch, QueuedRequest } from "../queue.ts";
import type { Database, Row } from "./database.ts";

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

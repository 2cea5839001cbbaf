import { mayHaveHadEffect } from "../effect.ts";
import { hashKey } from "../hash-key.ts";
import type { DeliveredProfile, NewDeadLetter, QueuedRequest, Settlement } from "../queue.ts";
import type { Database } from "./database.ts";
import { addLetter } from "./dead-letter-rows.ts";
import type { Store } from "./store.ts";

/** Nothing where the request is there already, or its batch no longer is. */
const begin = "INSERT OR IGNORE INTO requests SELECT sequence, ?, ? FROM batches WHERE sequence = ?";

/** A request that has its end leaves its key. */
const end = "UPDATE requests SET data = NULL WHERE batch = ? AND key = ?";

/** Fixes a request before its first attempt, and notes what came of later ones. */
export function freezeRequest(
  { database: { run }, events }: Store,
  batch: number,
  request: QueuedRequest,
  now: number,
): "frozen" | "duplicate" {
  const { key, eventKey } = request;
  const data = JSON.stringify(request);
  if (run(begin, key, data, batch) === 0) {
    const update = "UPDATE requests SET data = ? WHERE batch = ? AND key = ?";
    return run(update, data, batch, key) === 0 ? "duplicate" : "frozen";
  }
  if (eventKey === undefined) return "frozen";
  const { externalId } = request.request;
  if (events.note(eventKey, { externalId, at: now, batch })) return "frozen";
  run(end, batch, key);
  return "duplicate";
}

/** Takes back what was fixed, of which nothing was sent. */
export function thawRequest({ database, events }: Store, batch: number, request: QueuedRequest): void {
  const { key, eventKey } = request;
  database.run("DELETE FROM requests WHERE batch = ? AND key = ?", batch, key);
  if (eventKey !== undefined) events.remove(eventKey, batch);
}

/** Ends a data point: it is not attempted again. */
export function settlePoint(
  store: Store,
  batch: number,
  key: string,
  settlement: Settlement,
  now: number,
): void {
  const { database } = store;
  if (database.run(end, batch, key) === 0 && database.run(begin, key, null, batch) === 0) return;
  if (settlement.kind === "delivered" && settlement.profile !== undefined) {
    noteProfile(database, batch, settlement.profile);
  }
  if (settlement.kind === "dead_letter") bury(store, batch, settlement.letter, now);
}

function noteProfile({ run, get }: Database, batch: number, profile: DeliveredProfile): void {
  const lane = get("SELECT lane FROM batches WHERE sequence = ?", batch)?.["lane"];
  const sql = `INSERT INTO members (member, profile_hash, profile_made_at, profile_delivered_at) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET profile_hash = excluded.profile_hash, profile_made_at = excluded.profile_made_at,
    profile_delivered_at = excluded.profile_delivered_at`;
  run(sql, hashKey(String(lane)), profile.hash, profile.madeAt, profile.deliveredAt);
}

/** Keeps a dead letter with its batch. What had no effect may come again in another batch. */
function bury({ database, events }: Store, batch: number, letter: NewDeadLetter, now: number): void {
  const row = database.get("SELECT * FROM batches WHERE sequence = ?", batch) ?? {};
  const origin = {
    sequence: batch,
    lane: String(row["lane"]),
    identity: String(row["identity"]),
    receivedAt: Number(row["received_at"]),
    madeAt: Number(row["made_at"]),
    bytes: row["bytes"] as Uint8Array, // the column holds nothing else
  };
  addLetter(database, origin, letter, now);
  const eventKey = letter.queued?.eventKey;
  if (eventKey === undefined || mayHaveHadEffect(letter.reason)) return;
  events.remove(eventKey, batch);
}

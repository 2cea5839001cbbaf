import { hashKey } from "../hash-key.ts";
import type { Forgotten } from "../queue.ts";
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";

/** Erases a person; a hash of the external id stays. */
export function forgetPerson(
  { database, lanes, contents, events }: Store,
  externalId: string,
  now: number,
): Forgotten {
  const { run } = database;
  const member = hashKey(externalId);
  run("DELETE FROM requests WHERE batch IN (SELECT sequence FROM batches WHERE lane = ?)", externalId);
  const batches = run("DELETE FROM batches WHERE lane = ?", externalId);
  lanes.removeFree(externalId);
  const deadLetters = run("DELETE FROM dead_letters WHERE lane = ?", externalId);
  run("DELETE FROM originals WHERE sequence NOT IN (SELECT original FROM dead_letters)");
  contents.removeMember(externalId);
  events.removeMember(externalId);
  run("INSERT OR REPLACE INTO members (member, forgotten_at) VALUES (?, ?)", member, now);
  return { batches, deadLetters };
}

/** Notes since when SessionM does not know a member. */
export function setMissing({ run }: Database, externalId: string, since: number | undefined): void {
  const sql = `INSERT INTO members (member, missing_since) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET missing_since = excluded.missing_since`;
  run(sql, hashKey(externalId), since ?? null);
}

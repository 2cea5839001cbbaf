import type { Database, Row } from "./database.ts";
import { chunkSize, digestOf, packEntries, type SeenEntry } from "./seen-entry.ts";

/**
 * The tables, one migration after another; `PRAGMA user_version` counts those that were made. A migration that was
 * released is never changed.
 */
export const migrations: readonly ((database: Database) => void)[] = [
  ({ exec }) =>
    exec(`
  CREATE TABLE batches (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, lane TEXT NOT NULL, identity TEXT NOT NULL,
    received_at INTEGER NOT NULL, made_at INTEGER NOT NULL,
    only_position INTEGER, only_key TEXT, bytes BLOB NOT NULL
  );
  CREATE INDEX batches_by_lane ON batches (lane, sequence);
  CREATE TABLE lanes (lane TEXT PRIMARY KEY, due_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX lanes_by_due ON lanes (due_at, lane);
  CREATE TABLE requests (batch INTEGER NOT NULL, key TEXT NOT NULL, data TEXT, PRIMARY KEY (batch, key)) WITHOUT ROWID;
  CREATE TABLE contents (key TEXT PRIMARY KEY, at INTEGER NOT NULL, member TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX contents_by_age ON contents (at);
  CREATE TABLE events (
    key TEXT PRIMARY KEY, at INTEGER NOT NULL, member TEXT NOT NULL, batch INTEGER NOT NULL, request TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX events_by_age ON events (at);
  CREATE TABLE members (
    member TEXT PRIMARY KEY, profile_hash TEXT, profile_made_at INTEGER, profile_delivered_at INTEGER,
    missing_since INTEGER, forgotten_at INTEGER
  ) WITHOUT ROWID;
  CREATE TABLE originals (sequence INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE dead_letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, lane TEXT NOT NULL, reason TEXT NOT NULL,
    original INTEGER NOT NULL, identity TEXT NOT NULL, received_at INTEGER NOT NULL, made_at INTEGER NOT NULL,
    data TEXT NOT NULL
  );
  CREATE INDEX dead_letters_by_lane ON dead_letters (lane);
  CREATE INDEX dead_letters_by_original ON dead_letters (original);
  CREATE INDEX dead_letters_by_reason ON dead_letters (reason);
  CREATE TABLE clock (latest INTEGER NOT NULL);
  INSERT INTO clock VALUES (0);
  `),
  // Pages that random keys were written to made a batch cost twice as much.
  (database) => {
    database.exec(`
  CREATE TABLE seen_contents (id INTEGER PRIMARY KEY, entries BLOB NOT NULL);
  CREATE TABLE seen_events (id INTEGER PRIMARY KEY, entries BLOB NOT NULL);
  CREATE TABLE waits (lane TEXT PRIMARY KEY, due_at INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO waits SELECT lane, due_at FROM lanes WHERE due_at > (SELECT latest FROM clock) AND due_at < 9007199254740991;
  DROP TABLE lanes;
  `);
    packKeys(database, "SELECT key, at, member, 0 AS batch FROM contents", "seen_contents");
    packKeys(database, "SELECT key, at, member, batch FROM events", "seen_events");
    database.exec("DROP TABLE contents; DROP TABLE events");
  },
];

/** Brings keys from rows of their own into chunks, the oldest first. */
function packKeys({ all, exec, run }: Database, select: string, table: string): void {
  exec(`CREATE TABLE aged AS ${select} ORDER BY at`);
  let after = 0;
  for (;;) {
    const rows = all("SELECT rowid, * FROM aged WHERE rowid > ? ORDER BY rowid LIMIT ?", after, chunkSize);
    if (rows.length === 0) break;
    run(`INSERT INTO ${table} (entries) VALUES (?)`, packEntries(rows.map(entryOf)));
    after = Number(rows.at(-1)?.["rowid"]);
  }
  exec("DROP TABLE aged");
}

function entryOf({ key, at, member, batch }: Row): SeenEntry {
  return {
    digest: digestOf(String(key)),
    // The text was the beginning of the same hash.
    member: Buffer.from(String(member), "base64url").subarray(0, 8),
    at: Number(at),
    batch: Number(batch),
  };
}

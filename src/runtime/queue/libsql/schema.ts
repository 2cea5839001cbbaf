/**
 * The tables, one migration after another; `PRAGMA user_version` counts those that were made. A migration that was
 * released is never changed.
 */
export const migrations: readonly string[] = [
  `
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
  `,
];

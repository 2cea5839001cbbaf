import { mayHaveHadEffect } from "../effect.ts";
import { hashKey } from "../hash-key.ts";
import { type NewBatch, type Queue, QueueFull, type QueueStatus, type Settlement } from "../queue.ts";
import type { Retention } from "../retention.ts";
import type { Ballast } from "./ballast.ts";
import { readFirst, removeBatch } from "./batch-rows.ts";
import type { Database } from "./database.ts";
import { addLetter, deleteLetters, findLetters, putBack } from "./dead-letter-rows.ts";
import { type GroupCommit, isFull } from "./group-commit.ts";
import { tidySteps } from "./tidy.ts";

/** What {@link createLibsqlQueue} is made of. */
export interface LibsqlQueueParts {
  readonly database: Database;
  readonly commits: GroupCommit;
  readonly ballast: Ballast;
  readonly retention: Retention;
  /** Frees the lock; undefined where this is not the process that delivers. */
  readonly unlock: (() => void) | undefined;
}

/** Marks a lane that a worker has; when a queue is opened, no worker has any. */
const claimed = Number.MAX_SAFE_INTEGER;

/** Returns a queue on a database. */
export function createLibsqlQueue(parts: LibsqlQueueParts): Queue {
  const { database, commits, ballast, retention, unlock } = parts;
  const { run, get } = database;
  if (unlock !== undefined) run("UPDATE lanes SET due_at = 0 WHERE due_at = ?", claimed);
  const latest = Number(get("SELECT latest FROM clock")?.["latest"] ?? 0);
  let notedAt = latest;
  let counted: { readonly status: QueueStatus; readonly until: number } | undefined;

  function must<T>(name: string, work: () => T): Promise<T> {
    return commits.run({ name, work, mustSucceed: true });
  }

  /** Notes the time, once a second. */
  function note(now: number): void {
    if (now < notedAt + 1000) return;
    notedAt = now;
    run("UPDATE clock SET latest = ?", now);
  }

  return {
    latest,
    async accept(batches) {
      if (!ballast.hasRoom(Date.now())) throw new QueueFull();
      try {
        const work = () => batches.map((batch) => acceptOne(database, batch));
        return await commits.run({ name: "accept", work, mustSucceed: false });
      } catch (error) {
        throw isFull(error) ? new QueueFull(undefined, { cause: error }) : error;
      }
    },
    claim: (limit, now) =>
      must("claim", () => {
        const sql = "SELECT lane, due_at FROM lanes WHERE due_at < ? ORDER BY due_at, lane LIMIT ?";
        const rows = database.all(sql, claimed, limit + 1);
        const due = rows.slice(0, limit).filter((row) => Number(row["due_at"]) <= now);
        for (const { lane } of due) run("UPDATE lanes SET due_at = ? WHERE lane = ?", claimed, lane ?? null);
        const following = rows[due.length]?.["due_at"];
        return {
          lanes: due.map(({ lane }) => String(lane)),
          nextDueAt: following === undefined ? undefined : Number(following),
        };
      }),
    next: (lane, done) =>
      must(done === undefined ? "next" : "finish", () => {
        if (done !== undefined) removeBatch(database, done);
        const first = readFirst(database, lane);
        if (first === undefined) run("DELETE FROM lanes WHERE lane = ?", lane);
        return first;
      }),
    peek: (lane, after) =>
      must("peek", () => {
        const sql = "SELECT bytes FROM batches WHERE lane = ? AND sequence > ? ORDER BY sequence LIMIT 1";
        const bytes = get(sql, lane, after)?.["bytes"];
        return bytes instanceof Uint8Array ? bytes : undefined;
      }),
    release: (lane, dueAt) =>
      must("release", () => void run("UPDATE lanes SET due_at = ? WHERE lane = ?", Math.ceil(dueAt), lane)),
    move: (batch, lane) =>
      must("move", () => {
        const row = get("SELECT received_at FROM batches WHERE sequence = ?", batch);
        if (row === undefined) return;
        run("UPDATE batches SET lane = ? WHERE sequence = ?", lane, batch);
        run("INSERT INTO lanes VALUES (?, ?) ON CONFLICT DO NOTHING", lane, row["received_at"] ?? 0);
      }),
    freeze: (batch, request, now) =>
      must("freeze", () => {
        note(now);
        const lane = get("SELECT lane FROM batches WHERE sequence = ?", batch)?.["lane"];
        if (lane === undefined) return "duplicate";
        const { key, eventKey } = request;
        const isNew = get("SELECT 1 FROM requests WHERE batch = ? AND key = ?", batch, key) === undefined;
        if (isNew && eventKey !== undefined) {
          const sql = "INSERT INTO events VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
          if (run(sql, eventKey, now, hashKey(String(lane)), batch, key) === 0) {
            run("INSERT INTO requests VALUES (?, ?, NULL)", batch, key);
            return "duplicate";
          }
        }
        run("INSERT OR REPLACE INTO requests VALUES (?, ?, ?)", batch, key, JSON.stringify(request));
        return "frozen";
      }),
    settle: (batch, key, settlement, now) =>
      must(settlement.kind === "dead_letter" ? "dead_letter" : "settle", () => {
        note(now);
        settleOne(database, batch, key, settlement, now);
      }),
    setMissing: (externalId, since) =>
      must("set_missing", () => {
        const sql = `INSERT INTO members (member, missing_since) VALUES (?, ?)
          ON CONFLICT DO UPDATE SET missing_since = excluded.missing_since`;
        run(sql, hashKey(externalId), since ?? null);
      }),
    deadLetters: (filter = {}) => must("dead_letters", () => findLetters(database, filter)),
    retry: (ids, now) =>
      must("retry", () => {
        const found = findLetters(database, { ids }).toReversed();
        for (const letter of found) putBack(database, letter, now);
        return deleteLetters(database, ids);
      }),
    drop: (ids) => must("drop", () => deleteLetters(database, ids)),
    async forget(externalId, now) {
      const forgotten = await must("forget", () => forgetOne(database, externalId, now));
      // Pages that are free and the log may still hold what was deleted.
      database.all("PRAGMA incremental_vacuum");
      database.all("PRAGMA wal_checkpoint(TRUNCATE)");
      return forgotten;
    },
    async status() {
      const startedAt = performance.now();
      // Counting takes longer in a longer queue, and must never take much of the time.
      if (counted !== undefined && startedAt < counted.until) return counted.status;
      const status = await must("status", () => ({
        ...count(database),
        isAccepting: ballast.hasRoom(Date.now()),
      }));
      const took = performance.now() - startedAt;
      if (took > 5) counted = { status, until: startedAt + 50 * took };
      return status;
    },
    async tidy(now) {
      for (const { most, step } of tidySteps(database, retention, now)) {
        // Step by step, so that what others wait for comes between.
        while ((await must("tidy", step)) >= most) counted = undefined;
      }
      // Only now does the file get shorter.
      database.all("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    async close() {
      await commits.close();
      database.all("PRAGMA wal_checkpoint(TRUNCATE)");
      database.close();
      unlock?.();
    },
  };
}

function acceptOne(database: Database, batch: NewBatch): "accepted" | "duplicate" {
  const { bytes, lane, identity, contentKey, receivedAt, madeAt, deadLetter } = batch;
  const { run, get } = database;
  const seen = "INSERT INTO contents VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  if (run(seen, contentKey, receivedAt, hashKey(lane)) === 0) return "duplicate";
  run(
    "INSERT INTO batches (lane, identity, received_at, made_at, bytes) VALUES (?, ?, ?, ?, ?)",
    lane,
    identity,
    receivedAt,
    madeAt,
    bytes,
  );
  if (deadLetter === undefined) {
    run("INSERT INTO lanes VALUES (?, ?) ON CONFLICT DO NOTHING", lane, receivedAt);
    return "accepted";
  }
  // Through the table of batches, so that it has a sequence that no other batch gets.
  const sequence = Number(get("SELECT last_insert_rowid() AS sequence")?.["sequence"]);
  removeBatch(database, sequence);
  addLetter(database, { sequence, lane, identity, receivedAt, madeAt, bytes }, deadLetter, receivedAt);
  return "accepted";
}

function settleOne(
  database: Database,
  batch: number,
  key: string,
  settlement: Settlement,
  now: number,
): void {
  const { run, get } = database;
  const row = get("SELECT * FROM batches WHERE sequence = ?", batch);
  if (row === undefined) return;
  const lane = String(row["lane"]);
  run("INSERT OR REPLACE INTO requests VALUES (?, ?, NULL)", batch, key);
  if (settlement.kind === "delivered" && settlement.profile !== undefined) {
    const { hash, madeAt, deliveredAt } = settlement.profile;
    const sql = `INSERT INTO members (member, profile_hash, profile_made_at, profile_delivered_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET profile_hash = excluded.profile_hash, profile_made_at = excluded.profile_made_at,
      profile_delivered_at = excluded.profile_delivered_at`;
    run(sql, hashKey(lane), hash, madeAt, deliveredAt);
  }
  if (settlement.kind !== "dead_letter") return;
  const origin = {
    sequence: batch,
    lane,
    identity: String(row["identity"]),
    receivedAt: Number(row["received_at"]),
    madeAt: Number(row["made_at"]),
    bytes: row["bytes"] as Uint8Array, // the column holds nothing else
  };
  addLetter(database, origin, settlement.letter, now);
  if (mayHaveHadEffect(settlement.letter.reason)) return;
  const eventKey = settlement.letter.queued?.eventKey;
  if (eventKey !== undefined) run("DELETE FROM events WHERE key = ? AND batch = ?", eventKey, batch);
}

function forgetOne(database: Database, externalId: string, now: number) {
  const { run } = database;
  const member = hashKey(externalId);
  run("DELETE FROM requests WHERE batch IN (SELECT sequence FROM batches WHERE lane = ?)", externalId);
  const batches = run("DELETE FROM batches WHERE lane = ?", externalId);
  // A lane that is claimed is the worker's to end.
  run("DELETE FROM lanes WHERE lane = ? AND due_at < ?", externalId, claimed);
  const deadLetters = run("DELETE FROM dead_letters WHERE lane = ?", externalId);
  run("DELETE FROM originals WHERE sequence NOT IN (SELECT original FROM dead_letters)");
  run("DELETE FROM contents WHERE member = ?", member);
  run("DELETE FROM events WHERE member = ?", member);
  run("INSERT OR REPLACE INTO members (member, forgotten_at) VALUES (?, ?)", member, now);
  return { batches, deadLetters };
}

function count(database: Database): Omit<QueueStatus, "isAccepting"> {
  const number = (sql: string) => Number(database.get(sql)?.["n"] ?? 0);
  const reasons = database.all("SELECT reason, count(*) AS n FROM dead_letters GROUP BY reason");
  const oldest = database.get("SELECT received_at FROM batches ORDER BY sequence LIMIT 1")?.["received_at"];
  return {
    batches: number("SELECT count(*) AS n FROM batches"),
    oldestReceivedAt: oldest === undefined ? undefined : Number(oldest),
    lanes: number("SELECT count(*) AS n FROM lanes"),
    deadLetters: number("SELECT count(*) AS n FROM dead_letters"),
    deadLettersByReason: Object.fromEntries(reasons.map((row) => [String(row["reason"]), Number(row["n"])])),
  };
}

import { type Queue, QueueFull } from "../queue.ts";
import type { Retention } from "../retention.ts";
import type { Ballast } from "./ballast.ts";
import { acceptBatch, moveBatch, peekBatch, readFirst, removeBatch } from "./batch-rows.ts";
import { countRows } from "./count-rows.ts";
import type { Database } from "./database.ts";
import { deleteLetters, findLetters, putBack } from "./dead-letter-rows.ts";
import { type GroupCommit, isFull } from "./group-commit.ts";
import { claimLanes, freeLanes, releaseLane, removeLane } from "./lane-rows.ts";
import type { LogSync } from "./log-sync.ts";
import { forgetPerson, setMissing } from "./person-rows.ts";
import { freezeRequest, settlePoint } from "./request-rows.ts";
import { tidySteps } from "./tidy.ts";

/** What {@link createLibsqlQueue} is made of. */
export interface LibsqlQueueParts {
  readonly database: Database;
  readonly commits: GroupCommit;
  readonly log: LogSync;
  readonly ballast: Ballast;
  readonly retention: Retention;
  /** Frees the lock; undefined where this is not the process that delivers. */
  readonly unlock: (() => void) | undefined;
}

/** Returns a queue on a database. */
export function createLibsqlQueue(parts: LibsqlQueueParts): Queue {
  const { database, commits, log, ballast, retention, unlock } = parts;
  const { run, get } = database;
  if (unlock !== undefined) freeLanes(database);
  const latest = Number(get("SELECT latest FROM clock")?.["latest"] ?? 0);
  let notedAt = latest;

  function must<T>(name: string, work: () => T): Promise<T> {
    return commits.run({ name, work, mustSucceed: true, isSynced: true, isUrgent: false });
  }

  /** For what a queue that is opened again finds out anew: a machine that fails may forget it. */
  function may<T>(name: string, work: () => T): Promise<T> {
    return commits.run({ name, work, mustSucceed: true, isSynced: false, isUrgent: false });
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
        const work = () => batches.map((batch) => acceptBatch(database, batch));
        return await commits.run({
          name: "accept",
          work,
          mustSucceed: false,
          isSynced: true,
          isUrgent: true,
        });
      } catch (error) {
        throw isFull(error) ? new QueueFull(undefined, { cause: error }) : error;
      }
    },
    claim: (limit, now) => may("claim", () => claimLanes(database, limit, now)),
    next: (lane, done) =>
      may(done === undefined ? "next" : "finish", () => {
        if (done !== undefined) removeBatch(database, done);
        const first = readFirst(database, lane);
        if (first === undefined) removeLane(database, lane);
        return first;
      }),
    peek: (lane, after) => may("peek", () => peekBatch(database, lane, after)),
    release: (lane, dueAt) => may("release", () => releaseLane(database, lane, dueAt)),
    move: (batch, lane) => must("move", () => moveBatch(database, batch, lane)),
    freeze: (batch, request, now) =>
      must("freeze", () => {
        note(now);
        return freezeRequest(database, batch, request, now);
      }),
    settle: (batch, key, settlement, now) =>
      must(settlement.kind === "dead_letter" ? "dead_letter" : "settle", () => {
        note(now);
        settlePoint(database, batch, key, settlement, now);
      }),
    setMissing: (externalId, since) => must("set_missing", () => setMissing(database, externalId, since)),
    deadLetters: (filter = {}) => may("dead_letters", () => findLetters(database, filter)),
    retry: (ids, now) =>
      must("retry", () => {
        const found = findLetters(database, { ids }).toReversed();
        for (const letter of found) putBack(database, letter, now);
        return deleteLetters(database, ids);
      }),
    drop: (ids) => must("drop", () => deleteLetters(database, ids)),
    async forget(externalId, now) {
      const forgotten = await must("forget", () => forgetPerson(database, externalId, now));
      // Pages that are free and the log may still hold what was deleted.
      database.all("PRAGMA incremental_vacuum");
      database.all("PRAGMA wal_checkpoint(TRUNCATE)");
      return forgotten;
    },
    status: () => may("status", () => ({ ...countRows(database), isAccepting: ballast.hasRoom(Date.now()) })),
    async tidy(now) {
      for (const { most, step } of tidySteps(database, retention, now)) {
        // Step by step, so that what others wait for comes between.
        while ((await may("tidy", step)) >= most);
      }
      // Only now does the file get shorter.
      database.all("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    async close() {
      await commits.close();
      database.all("PRAGMA wal_checkpoint(TRUNCATE)");
      log.close();
      database.close();
      unlock?.();
    },
  };
}

import { type Queue, QueueFull } from "../queue.ts";
import type { Retention } from "../retention.ts";
import type { Ballast } from "./ballast.ts";
import { acceptBatch, moveBatch, peekBatch, readFirst, removeBatch } from "./batch-rows.ts";
import { countRows } from "./count-rows.ts";
import { deleteLetters, findLetters, putBack } from "./dead-letter-rows.ts";
import { isFull } from "./disk-errors.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { LogSync } from "./log-sync.ts";
import { forgetPerson, setMissing } from "./person-rows.ts";
import { freezeRequest, settlePoint, thawRequest } from "./request-rows.ts";
import type { Store } from "./store.ts";
import { tidySteps } from "./tidy.ts";

/** What {@link createLibsqlQueue} is made of. */
export interface LibsqlQueueParts {
  readonly store: Store;
  readonly commits: GroupCommit;
  readonly log: LogSync;
  readonly ballast: Ballast;
  readonly retention: Retention;
  /** Frees the lock; undefined where this is not the process that delivers. */
  readonly unlock: (() => void) | undefined;
}

/** Returns a queue on a database. */
export function createLibsqlQueue(parts: LibsqlQueueParts): Queue {
  const { store, commits, log, ballast, retention, unlock } = parts;
  const { database, lanes } = store;
  const { run, get } = database;
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
        const work = () => batches.map((batch) => acceptBatch(store, batch));
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
    claim: (limit, now) => may("claim", () => lanes.claim(limit, now)),
    next: (lane, done) =>
      may(done === undefined ? "next" : "finish", () => {
        if (done !== undefined) removeBatch(database, done);
        const first = readFirst(database, lane);
        if (first === undefined) lanes.remove(lane);
        return first;
      }),
    peek: (lane, after) => may("peek", () => peekBatch(database, lane, after)),
    release: (lane, dueAt) => may("release", () => lanes.release(lane, dueAt)),
    move: (batch, lane) => must("move", () => moveBatch(store, batch, lane)),
    freeze: (batch, request, now) =>
      must("freeze", () => {
        note(now);
        return freezeRequest(store, batch, request, now);
      }),
    thaw: (batch, request) => must("thaw", () => thawRequest(store, batch, request)),
    settle: (batch, key, settlement, now) =>
      must(settlement.kind === "dead_letter" ? "dead_letter" : "settle", () => {
        note(now);
        settlePoint(store, batch, key, settlement, now);
      }),
    setMissing: (externalId, since) => must("set_missing", () => setMissing(database, externalId, since)),
    deadLetters: (filter = {}) => may("dead_letters", () => findLetters(database, filter)),
    retry: (ids, now) =>
      must("retry", () => {
        const found = findLetters(database, { ids }).toReversed();
        for (const letter of found) putBack(store, letter, now);
        return deleteLetters(database, ids);
      }),
    drop: (ids) => must("drop", () => deleteLetters(database, ids)),
    async forget(externalId, now) {
      const forgotten = await must("forget", () => forgetPerson(store, externalId, now));
      // Pages that are free and the log may still hold what was deleted.
      await commits.runBetween(() => {
        database.all("PRAGMA incremental_vacuum");
        database.all("PRAGMA wal_checkpoint(TRUNCATE)");
      });
      return forgotten;
    },
    status: () => may("status", () => ({ ...countRows(store), isAccepting: ballast.hasRoom(Date.now()) })),
    async tidy(now) {
      for (const { most, step } of tidySteps(store, retention, now)) {
        // Step by step, so that what others wait for comes between.
        while ((await may("tidy", step)) >= most);
      }
      // Only now does the file get shorter.
      await commits.runBetween(() => void database.all("PRAGMA wal_checkpoint(TRUNCATE)"));
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

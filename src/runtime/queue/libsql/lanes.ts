import type { Claim } from "../queue.ts";
import type { Database } from "./database.ts";
import type { Effects } from "./effects.ts";
import { createLaneBook } from "./lane-book.ts";

/**
 * The lanes of a queue. Which lanes there are follows from the batches, so it is known in memory, for as many as there
 * is room; only the times that lanes wait for are on disk. All of it works within a transaction, and what it changes in
 * memory counts once that is committed.
 */
export interface Lanes {
  /** Notes that a lane got a new batch. */
  add(lane: string, batch: number, dueAt: number): void;
  /** Notes that a sequence was given to something that waits in no lane. */
  skip(batch: number): void;
  /** Notes that a lane got a batch that was in another one. */
  addMoved(lane: string, dueAt: number): void;
  /** Claims lanes that are due, those that wait longest first. */
  claim(limit: number, now: number): Claim;
  /** Gives a lane up until it is due. */
  release(lane: string, dueAt: number): void;
  /** Removes a lane: it is empty. */
  remove(lane: string): void;
  /** Removes a lane unless a worker has it: then ending it is the worker's. */
  removeFree(lane: string): void;
  count(): number;
}

/** How many lanes are known at once: their names and times take about 20 MB. */
const mostLanes = 100_000;

/** How many batches are looked at for their lanes at once. */
const pageSize = 1000;

/** Returns the lanes of a database. */
export function createLanes(database: Database, effects: Effects, most: number = mostLanes): Lanes {
  const { run, get, all } = database;
  const book = createLaneBook();
  const waits = new Set<string>();
  /** The lanes of all batches up to here are known. */
  let known = 0;
  let areAllKnown = false;
  for (const row of all("SELECT lane, due_at FROM waits")) {
    const lane = String(row["lane"]);
    waits.add(lane);
    book.enter(lane, Number(row["due_at"]));
  }

  /** Follows the batches as they come. What another process put in, or there is no room for, is left for `look`. */
  function follow(batch: number, lane: string | undefined, dueAt: number): void {
    if (areAllKnown && batch === known + 1 && book.size() < most) known = batch;
    if (batch > known) areAllKnown = false;
    else if (lane !== undefined) book.enter(lane, dueAt);
  }

  /** Gets to know the lanes of further batches. */
  function look(): void {
    const sql =
      "SELECT sequence, lane, received_at FROM batches WHERE sequence > ? ORDER BY sequence LIMIT ?";
    const limit = Math.max(0, Math.min(pageSize, most - book.size()));
    const rows = all(sql, known, limit);
    for (const row of rows) {
      book.enter(String(row["lane"]), Number(row["received_at"]));
      known = Number(row["sequence"]);
    }
    areAllKnown = rows.length < limit;
  }

  look();

  function endWait(lane: string): void {
    if (!waits.has(lane)) return;
    run("DELETE FROM waits WHERE lane = ?", lane);
    effects.add(() => waits.delete(lane));
  }

  const countDue = (limit: number, now: number) =>
    book.first(limit).filter(({ dueAt }) => dueAt <= now).length;

  return {
    add: (lane, batch, dueAt) => effects.add(() => follow(batch, lane, dueAt)),
    skip: (batch) => effects.add(() => follow(batch, undefined, 0)),
    addMoved: (lane, dueAt) => effects.add(() => book.enter(lane, dueAt)),
    claim(limit, now) {
      if (countDue(limit + 1, now) <= limit) look();
      const found = book.first(limit + 1);
      const lanes = found.slice(0, limit).flatMap(({ lane, dueAt }) => (dueAt <= now ? lane : []));
      for (const lane of lanes) endWait(lane);
      effects.add(() => book.claim(lanes));
      const canLook = !areAllKnown && book.size() < most;
      return { lanes, nextDueAt: canLook ? now : found[lanes.length]?.dueAt };
    },
    release(lane, dueAt) {
      if (!book.has(lane)) return;
      const time = Math.ceil(dueAt);
      run("INSERT OR REPLACE INTO waits VALUES (?, ?)", lane, time);
      effects.add(() => {
        waits.add(lane);
        book.release(lane, time);
      });
    },
    remove(lane) {
      endWait(lane);
      effects.add(() => book.remove(lane));
    },
    removeFree(lane) {
      run("DELETE FROM waits WHERE lane = ?", lane);
      effects.add(() => {
        if (!book.isClaimed(lane)) book.remove(lane);
        waits.delete(lane);
      });
    },
    count() {
      if (areAllKnown) return book.size();
      return Number(get("SELECT count(DISTINCT lane) AS n FROM batches")?.["n"] ?? 0);
    },
  };
}

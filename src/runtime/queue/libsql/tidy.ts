import type { Retention } from "../retention.ts";
import type { Store } from "./store.ts";

/** A step of tidying up, to be repeated while it removes so much. */
export interface TidyStep {
  readonly most: number;
  readonly step: () => number;
}

const most = 2000;

/** Returns the steps that remove what is past its time, and then give room back to the disk. */
export function tidySteps(store: Store, retention: Retention, now: number): readonly TidyStep[] {
  const { database, contents, events } = store;
  const { run, get } = database;
  const before = now - retention.seenMilliseconds;
  const seen = [contents, events].flatMap((keys) => [
    { most: 1, step: () => keys.removeBefore(before) },
    { most: 1, step: () => keys.removeOver(retention.seenMost) },
  ]);
  const letters = () => {
    const sql = `DELETE FROM dead_letters WHERE id IN (SELECT id FROM dead_letters WHERE at < ? LIMIT ${most})`;
    const count = run(sql, now - retention.deadLetterMilliseconds);
    if (count > 0) run("DELETE FROM originals WHERE sequence NOT IN (SELECT original FROM dead_letters)");
    return count;
  };
  const members = () => {
    const sql = `UPDATE members SET profile_hash = NULL, profile_made_at = NULL, profile_delivered_at = NULL
      WHERE member IN (SELECT member FROM members WHERE profile_delivered_at < ? LIMIT ${most})`;
    const count = run(sql, now - retention.memberMilliseconds);
    run("DELETE FROM members WHERE profile_hash IS NULL AND missing_since IS NULL AND forgotten_at IS NULL");
    return count;
  };
  const room = () => {
    const free = Number(get("PRAGMA freelist_count")?.["freelist_count"] ?? 0);
    if (free > most) database.all(`PRAGMA incremental_vacuum(${most})`);
    return free > most ? most : 0;
  };
  return [...seen, { most, step: letters }, { most, step: members }, { most, step: room }];
}

import type { Retention } from "../retention.ts";
import type { Database } from "./database.ts";

/** A step of tidying up, to be repeated while it finds the most that it removes at once. */
export interface TidyStep {
  readonly most: number;
  readonly step: () => number;
}

const most = 2000;

/** Returns the steps that remove what is past its time, and then give room back to the disk. */
export function tidySteps(database: Database, retention: Retention, now: number): readonly TidyStep[] {
  const { run, get } = database;
  const before = now - retention.seenMilliseconds;
  const seen = ["contents", "events"].flatMap((table) => {
    const oldest = `DELETE FROM ${table} WHERE key IN (SELECT key FROM ${table}`;
    return [
      { most, step: () => run(`${oldest} WHERE at < ? ORDER BY at LIMIT ${most})`, before) },
      {
        most,
        step() {
          const count = Number(get(`SELECT count(*) AS n FROM ${table}`)?.["n"] ?? 0);
          const over = Math.min(most, Math.max(0, count - retention.seenMost));
          return over === 0 ? 0 : run(`${oldest} ORDER BY at LIMIT ?)`, over);
        },
      },
    ];
  });
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

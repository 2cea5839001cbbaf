import type { Claim } from "../queue.ts";
import type { Database } from "./database.ts";

/** Marks a lane that a worker has; when a queue is opened, no worker has any. */
const claimed = Number.MAX_SAFE_INTEGER;

/** Makes all lanes due that were claimed by a process that has ended. */
export function freeLanes({ run }: Database): void {
  run("UPDATE lanes SET due_at = 0 WHERE due_at = ?", claimed);
}

/** Claims lanes that are due, those that wait longest first. */
export function claimLanes({ run, all }: Database, limit: number, now: number): Claim {
  const sql = "SELECT lane, due_at FROM lanes WHERE due_at < ? ORDER BY due_at, lane LIMIT ?";
  const rows = all(sql, claimed, limit + 1);
  const due = rows.slice(0, limit).filter((row) => Number(row["due_at"]) <= now);
  for (const { lane } of due) run("UPDATE lanes SET due_at = ? WHERE lane = ?", claimed, lane ?? null);
  const following = rows[due.length]?.["due_at"];
  return {
    lanes: due.map(({ lane }) => String(lane)),
    nextDueAt: following === undefined ? undefined : Number(following),
  };
}

/** Makes sure that a lane is there; one that is there keeps its time. */
export function addLane({ run }: Database, lane: string, dueAt: number): void {
  run("INSERT INTO lanes VALUES (?, ?) ON CONFLICT DO NOTHING", lane, dueAt);
}

/** Gives a claimed lane up until it is due. */
export function releaseLane({ run }: Database, lane: string, dueAt: number): void {
  run("UPDATE lanes SET due_at = ? WHERE lane = ?", Math.ceil(dueAt), lane);
}

/** Removes a lane: the worker that has it found it empty. */
export function removeLane({ run }: Database, lane: string): void {
  run("DELETE FROM lanes WHERE lane = ?", lane);
}

/** Removes a lane unless a worker has it: then ending it is the worker's. */
export function removeFreeLane({ run }: Database, lane: string): void {
  run("DELETE FROM lanes WHERE lane = ? AND due_at < ?", lane, claimed);
}

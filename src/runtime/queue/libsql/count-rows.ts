import type { QueueStatus } from "../queue.ts";
import type { Store } from "./store.ts";

/** Returns the queue in numbers. */
export function countRows({ database, lanes }: Store): Omit<QueueStatus, "isAccepting"> {
  const number = (sql: string) => Number(database.get(sql)?.["n"] ?? 0);
  const reasons = database.all("SELECT reason, count(*) AS n FROM dead_letters GROUP BY reason");
  const oldest = database.get("SELECT received_at FROM batches ORDER BY sequence LIMIT 1")?.["received_at"];
  return {
    batches: number("SELECT count(*) AS n FROM batches"),
    oldestReceivedAt: oldest === undefined ? undefined : Number(oldest),
    lanes: lanes.count(),
    deadLetters: number("SELECT count(*) AS n FROM dead_letters"),
    deadLettersByReason: Object.fromEntries(reasons.map((row) => [String(row["reason"]), Number(row["n"])])),
  };
}

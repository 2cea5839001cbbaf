import type { Sample } from "./history.ts";
import type { QueueState } from "./metrics.ts";

/** A dead letter as the status page shows it: nothing of the member. */
export interface DeadLetterLine {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
  readonly kind: string;
  /** The waybill entry that made it, `file:line`. */
  readonly entry: string;
  readonly attempts: number;
}

/** A number for each of some names, the largest first. */
export type Counts = readonly (readonly [name: string, count: number])[];

/** What a service says of itself at one moment. */
export interface Status {
  readonly name: string;
  /** The hash of the waybill. */
  readonly build: string;
  readonly version: string;
  /** SessionM's origin. */
  readonly destination: string;
  readonly at: number;
  readonly startedAt: number;
  readonly isStopping: boolean;
  readonly queue: QueueState;
  readonly rates: { readonly received: number; readonly delivered: number };
  readonly received: Counts;
  readonly refusedPosts: Counts;
  readonly done: Counts;
  readonly drops: Counts;
  readonly attempts: Counts;
  readonly history: readonly Sample[];
  readonly lastDeadLetters: readonly DeadLetterLine[];
}

/** Why a service is not ready for batches, in a sentence; undefined where it is. */
export function findTrouble({ isStopping, queue }: Pick<Status, "isStopping" | "queue">): string | undefined {
  if (isStopping) return "The service is stopping.";
  if (!queue.isAccepting) return "Batches cannot be kept: the disk is full or cannot be written.";
  return undefined;
}

/** What a person should know first. */
export function headlineOf(status: Status): {
  readonly tone: "good" | "bad" | "warning";
  readonly text: string;
} {
  const trouble = findTrouble(status);
  if (trouble !== undefined) return { tone: "bad", text: trouble };
  const { paused, oldestSeconds } = status.queue;
  if (paused !== undefined) return { tone: "bad", text: `Delivery is paused: ${paused}` };
  if (oldestSeconds > 300)
    return { tone: "warning", text: "Delivery lags behind by more than five minutes." };
  return { tone: "good", text: "Batches are received and delivered." };
}

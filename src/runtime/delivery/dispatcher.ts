import type { QueueStatus } from "../queue/queue.ts";
import type { RunningForwarder } from "./dispatcher-options.ts";

/** Takes batches into a queue and delivers what a forwarder makes of them: in order for each member, through restarts. */
export interface Dispatcher {
  /**
   * Takes batches in; resolves when they are on disk. Gives what became of each. Rejects with a `QueueFull` where
   * nothing was taken in, and the sender is to come again. What is not JSON becomes a dead letter; with `mustBeJson`
   * nothing is taken in where a batch is not, and this rejects with a `NotJsonError`.
   */
  accept(batches: readonly Uint8Array[], options?: AcceptOptions): Promise<readonly BatchResult[]>;
  /** Begins to send. */
  start(): void;
  /** Resolves when the queue is empty; dead letters do not count. */
  drain(): Promise<void>;
  /** Sends nothing more, waits for what is in flight and notes its outcome. The queue stays open. */
  stop(): Promise<void>;
  /** Sends nothing until `resume`. */
  pause(): void;
  /** Ends a pause, whatever its reason. */
  resume(): void;
  /** From now on this forwarder makes the requests that were not attempted yet. */
  replaceForwarder(forwarder: RunningForwarder): void;
  status(): Promise<DispatcherStatus>;
}

/** How batches are taken in. */
export interface AcceptOptions {
  readonly mustBeJson?: boolean | undefined;
}

/** What became of a batch that was handed in. */
export type BatchResult = "accepted" | "duplicate" | "nothing_to_send" | "dead_letter";

/** A dispatcher in numbers. */
export interface DispatcherStatus {
  readonly queue: QueueStatus;
  readonly isPaused: boolean;
  readonly inFlight: number;
  /** How many attempts may be in flight now. */
  readonly concurrency: number;
}

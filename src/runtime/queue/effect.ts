import type { DeadLetterReason, QueuedRequest } from "./queue.ts";

/** Whether SessionM may have done what a dead letter asked for. Where not, the same event may come again. */
export function mayHaveHadEffect(reason: DeadLetterReason): boolean {
  return reason === "unknown_outcome" || reason === "failed";
}

/** Returns a request that is to be sent again after it was a dead letter: under its id, with its time counted anew. */
export function revive(queued: QueuedRequest): QueuedRequest {
  return { ...queued, inFlightSince: undefined, firstAttemptAt: undefined, firstAmbiguousAt: undefined };
}

import type { QueuedBatch, QueuedRequest } from "../queue/queue.ts";
import { addAttempt } from "./add-attempt.ts";

/** The code of an attempt of which nobody noted the end. */
export const interrupted = "interrupted";

/**
 * Returns a batch as it was read from the queue, where attempts that began and of which nobody noted an end are
 * attempts of unknown outcome: a crash cut them off, or what came of them could not be written down.
 */
export function noteInterrupted(batch: QueuedBatch): QueuedBatch {
  if (batch.requests.size === 0) return batch;
  const requests = new Map(
    [...batch.requests].map(([key, queued]) => [
      key,
      queued === "settled" ? queued : withInterrupted(queued, batch),
    ]),
  );
  return { ...batch, requests };
}

function withInterrupted(queued: QueuedRequest, batch: QueuedBatch): QueuedRequest {
  const at = queued.inFlightSince ?? oldestAttempt(queued, batch);
  return at === undefined ? queued : addAttempt(queued, { at, outcome: "ambiguous", code: interrupted });
}

/**
 * When an attempt may have begun that an earlier version did not write down: it kept a request just before the first
 * one, and then noted the end. (What came back from a dead letter is kept without an attempt.) Of later attempts it
 * left nothing that tells one that was cut off from the wait before it, which is what nearly all of them are.
 */
function oldestAttempt({ attempts }: QueuedRequest, { only, receivedAt }: QueuedBatch): number | undefined {
  return attempts === 0 && only === undefined ? receivedAt : undefined;
}

import type {
  DeadLetterReason,
  NewBatch,
  NewDeadLetter,
  QueuedRequest,
} from "../../../src/runtime/queue/queue.ts";
import { event } from "../delivery/harness.ts";

/** A batch for a queue, made up; the same content is the same batch. */
export function aBatch(lane: string, content: number, now: number): NewBatch {
  const bytes = Buffer.from(JSON.stringify({ lane, content }));
  const contentKey = `${lane}-${content}`;
  return { bytes, lane, identity: `batch-${content}`, contentKey, receivedAt: now, madeAt: now - 5 };
}

/** A request that was attempted. */
export function aRequest(key: string, eventKey?: string): QueuedRequest {
  return {
    key,
    request: event("a"),
    messageId: "id",
    generation: 0,
    waybill: "w",
    ...(eventKey === undefined ? {} : { eventKey }),
    attempts: 1,
    firstAttemptAt: 1,
    firstAmbiguousAt: 2,
    inFlightSince: 3,
    answers: [{ at: 1, outcome: "ambiguous", status: 500, code: "x", milliseconds: 3 }],
  };
}

/** A dead letter. */
export function aLetter(reason: DeadLetterReason, queued: QueuedRequest | undefined): NewDeadLetter {
  const point = queued && { position: queued.request.position, key: queued.key };
  return { reason, code: "x", status: 200, place: "a.waybill.yaml:3", waybill: "w", point, queued };
}

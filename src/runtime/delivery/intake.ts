import type { Request } from "../emitted/result.ts";
import { isJson } from "../json-text.ts";
import { hashKey } from "../queue/hash-key.ts";
import type { NewBatch, NewDeadLetter } from "../queue/queue.ts";
import type { RunningForwarder } from "./dispatcher-options.ts";
import type { BatchEvent } from "./event.ts";
import { ownTime } from "./own-time.ts";

/** A batch that was looked at before it is taken in. */
export interface Arrival {
  /** What to put into the queue; undefined where nothing in it is to be sent. */
  readonly batch: NewBatch | undefined;
  readonly event: Omit<BatchEvent, "milliseconds">;
}

/** Looks at a received batch: which lane it belongs to, and whether there is anything to send. */
export function receive(bytes: Uint8Array, forwarder: RunningForwarder, now: number): Arrival {
  const about = { kind: "batch", bytes: bytes.length } as const;
  try {
    const { requests, drops } = forwarder.forward(bytes);
    const [first] = requests;
    if (first !== undefined) {
      const event = { ...about, result: "accepted", batch: first.batch, drops } as const;
      return { batch: newBatch(bytes, first, now), event };
    }
    if (drops.malformed === undefined || !isMalformed(bytes, forwarder)) {
      return { batch: undefined, event: { ...about, result: "nothing_to_send", batch: "", drops } };
    }
    const batch = deadBatch(bytes, deadLetter("malformed", forwarder), now);
    return { batch, event: { ...about, result: "dead_letter", batch: "", drops } };
  } catch {
    // A bug: the batch is kept, and does not come back again and again.
    const batch = deadBatch(bytes, deadLetter("failed", forwarder), now);
    return { batch, event: { ...about, result: "dead_letter", batch: "", drops: {} } };
  }
}

/** Whether all of the batches are JSON. Of what could be mapped that is known. */
export function areJson(batches: readonly Uint8Array[], arrivals: readonly Arrival[]): boolean {
  return arrivals.every(({ event }, index) => {
    const bytes = batches[index];
    return event.result !== "dead_letter" || (bytes !== undefined && isJson(bytes));
  });
}

/** Whether it is the batch as a whole that is malformed, and not merely something in it. */
function isMalformed(bytes: Uint8Array, { forward }: RunningForwarder): boolean {
  const { drops } = forward(bytes, { drops: "full" });
  return drops.some(({ kind, reason }) => kind === "batch" && reason === "malformed");
}

function newBatch(bytes: Uint8Array, { externalId, batch }: Request, receivedAt: number): NewBatch {
  const madeAt = ownTime(bytes) ?? receivedAt;
  return { bytes, lane: externalId, identity: batch, contentKey: hashKey(bytes), receivedAt, madeAt };
}

function deadBatch(bytes: Uint8Array, letter: NewDeadLetter, receivedAt: number): NewBatch {
  const contentKey = hashKey(bytes);
  return { bytes, lane: "", identity: "", contentKey, receivedAt, madeAt: receivedAt, deadLetter: letter };
}

/** A dead letter for a batch of which no request could be made. */
export function deadLetter(reason: "malformed" | "failed", { waybill }: RunningForwarder): NewDeadLetter {
  return { reason, place: "", waybill, point: undefined, queued: undefined };
}

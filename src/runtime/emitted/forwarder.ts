import { type Batch, readBatch } from "./batch.ts";
import { createOutbox, dropBatch, type Outbox, resultOf } from "./outbox.ts";
import type { Forward, ForwardOptions, Place, Result } from "./result.ts";

/** The version of what emitted code and this runtime agree on; it changes when emitted code must be made anew. */
export const contract = 2;

/** What a forwarder says of itself. */
export interface ForwarderHead {
  /** The contract it was emitted for. */
  readonly contract: number;
  /** The waybill's first line: where a batch that cannot be read is dropped. */
  readonly at: Place;
}

/**
 * Returns the forwarder whose batches `run` maps. Throws at load, with the code `WAYBILL_CONTRACT`, where the
 * forwarder was emitted for another version of this runtime.
 */
export function createForward(head: ForwarderHead, run: (batch: Batch, out: Outbox) => void): Forward {
  if (head.contract !== contract) {
    const message = `This forwarder was built for runtime contract ${head.contract}; this runtime has ${contract}. Build it again.`;
    throw Object.assign(new Error(message), { code: "WAYBILL_CONTRACT" });
  }
  const forward = (input: string | Uint8Array, options?: ForwardOptions): Result => {
    const out = createOutbox(options);
    const batch = readBatch(input);
    if (batch === undefined) dropBatch(out, "malformed", head.at);
    else run(batch, out);
    return resultOf(out);
  };
  // One function serves the three signatures: what `drops` is depends on the option alone.
  return forward as Forward;
}

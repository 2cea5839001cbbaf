import type { Request } from "../emitted/result.ts";
import type { DeliverySettings } from "../settings.ts";
import { createHalt } from "./halt.ts";
import { createLanes } from "./lanes.ts";
import type { Outcome } from "./outcome.ts";
import { defaultRetryPolicy, type RetryPolicy } from "./retry.ts";
import { createSender } from "./sender.ts";
import { createSlots } from "./slots.ts";
import type { Stop } from "./stop.ts";
import type { Clock, Transport } from "./transport.ts";

/** What delivery works with; everything outside of it comes in here. */
export interface DeliveryOptions {
  readonly settings: Pick<DeliverySettings, "send" | "missingUsers">;
  readonly transport: Transport;
  readonly clock: Clock;
  /** A number from 0 to below 1, for jitter. */
  readonly random: () => number;
  /** The `Message-ID` of a request; another edition is another id (see `messageId`). */
  readonly identify: (request: Request, edition: number) => string;
  /** Called once for each request, in order for each member; the member's next request waits for it. */
  readonly onOutcome: (request: Request, outcome: Outcome) => void | Promise<void>;
  /** Called at most once, when delivery stops before its work is done. */
  readonly onStop?: ((stop: Stop) => void) | undefined;
  /** How many attempts are in flight at most; default 16. */
  readonly concurrency?: number | undefined;
  /** How many requests without an outcome are taken in at most; default 1,000. */
  readonly capacity?: number | undefined;
  readonly retryPolicy?: RetryPolicy | undefined;
}

/** A delivery under way. It keeps nothing on disk: what has no outcome when the process ends is lost. */
export interface Delivery {
  /** Takes a request in; resolves once there is room for it. */
  add(request: Request): Promise<void>;
  /** Resolves when every request has its outcome; rejects with what an `onOutcome` or the transport threw. */
  drain(): Promise<void>;
  /** Sends nothing more; what is in flight is finished. */
  stop(): void;
  /** Why it stopped, if it did. */
  stopped(): Stop | undefined;
}

/**
 * Returns a delivery: one request at a time and in order for each member, members side by side
 * (docs/sessionm.md, "Outcomes"). Takes requests and gives outcomes, one for each. Reads no file, opens no socket,
 * knows no credentials.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { concurrency = 16, capacity = 1000, retryPolicy = defaultRetryPolicy } = options;
  const halt = createHalt(options.clock);
  let stopped: Stop | undefined;

  function stop(reason: Stop): void {
    if (stopped !== undefined) return;
    stopped = reason;
    halt.halt();
    options.onStop?.(reason);
  }

  const { settings, transport, clock, random, identify } = options;
  const slots = createSlots(concurrency);
  const context = { transport, clock, random, identify, policy: retryPolicy, slots, halt, stop };
  const deliver = createSender(settings, context);
  const lanes = createLanes({
    capacity,
    work: async (request) => options.onOutcome(request, await deliver(request)),
    onFailure: () => stop({ reason: "failed" }),
  });
  return {
    add: lanes.add,
    drain: lanes.drain,
    stop: () => stop({ reason: "interrupted" }),
    stopped: () => stopped,
  };
}

import type { Forward } from "../emitted/result.ts";
import type { Queue } from "../queue/queue.ts";
import type { DeliverySettings } from "../settings.ts";
import type { Observe } from "./event.ts";
import type { Clock, Transport } from "./transport.ts";

/** A forwarder as a dispatcher uses it. */
export interface RunningForwarder {
  readonly forward: Forward;
  readonly settings: Pick<DeliverySettings, "name" | "send" | "missingUsers">;
  /** A hash of the build: dead letters name it. */
  readonly waybill: string;
}

/** What a dispatcher works with; everything outside of it comes in here. */
export interface DispatcherOptions {
  readonly queue: Queue;
  readonly forwarder: RunningForwarder;
  readonly transport: Transport;
  /** It must not jump, see `createSteadyClock`. */
  readonly clock: Clock;
  /** A number from 0 to below 1, for jitter. */
  readonly random?: (() => number) | undefined;
  readonly observe?: Observe | undefined;
  readonly limits?: Partial<DispatcherLimits> | undefined;
  /** Called at the moments at which a crash would be worst; for tests. */
  readonly probe?: ((moment: "before_send" | "after_answer") => void) | undefined;
}

/** What an operator may set; every one has a default, see {@link defaultLimits}. */
export interface DispatcherLimits {
  /** Attempts in flight at most; fewer go out where SessionM is slow or turns requests away. */
  readonly concurrency: number;
  /** Attempts a second at most; infinite by default. */
  readonly perSecond: number;
  /** How long a request is tried that SessionM surely did not process. */
  readonly retryMilliseconds: number;
  /** How long after an attempt of unknown outcome the same `Message-ID` is good: SessionM documents 30 minutes. */
  readonly messageIdMilliseconds: number;
  /** Whether an event of unknown outcome is sent again after that: it may count twice. */
  readonly resendsUnknown: boolean;
  /** How long `missing_users: hold` keeps a lane. */
  readonly holdMilliseconds: number;
  /** Events that are older are not sent. */
  readonly maxAgeMilliseconds: number;
  /** After how long `send: changed` sends an unchanged profile again. */
  readonly unchangedMilliseconds: number;
  /** How long nothing is sent after SessionM turned the credentials or the address down, before one request asks again. */
  readonly pauseMilliseconds: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** The limits where an operator says nothing. */
export const defaultLimits: DispatcherLimits = {
  concurrency: 16,
  perSecond: Number.POSITIVE_INFINITY,
  retryMilliseconds: 72 * hour,
  // The clocks on both sides differ, and the last attempt takes time too.
  messageIdMilliseconds: 29 * minute,
  resendsUnknown: false,
  holdMilliseconds: hour,
  maxAgeMilliseconds: Number.POSITIVE_INFINITY,
  unchangedMilliseconds: 24 * hour,
  pauseMilliseconds: minute,
};

import type { DropCounts, Place } from "../emitted/result.ts";
import type { AttemptOutcome, DeadLetterReason, SkipReason } from "../queue/queue.ts";

/** What happened in a service, for logs, metrics and traces. Nothing here is personal data or a credential. */
export type DeliveryEvent =
  | BatchEvent
  | AttemptEvent
  | SettledEvent
  | LaneWaitsEvent
  | PausedEvent
  | { readonly kind: "resumed" }
  | { readonly kind: "concurrency"; readonly limit: number }
  | { readonly kind: "failed"; readonly error: unknown };

/** A batch was answered for: it is on disk, was there already, or nothing in it is to be sent. */
export interface BatchEvent {
  readonly kind: "batch";
  readonly result: "accepted" | "duplicate" | "nothing_to_send" | "dead_letter";
  /** The batch's identity; empty where it has none. */
  readonly batch: string;
  readonly bytes: number;
  /** From its arrival until it was on disk; it is mapped meanwhile. */
  readonly milliseconds: number;
  /** How many data points were left out, by reason; for a duplicate nothing is counted again. */
  readonly drops: DropCounts;
}

interface AboutRequest {
  readonly request: "profile" | "event";
  readonly batch: string;
  readonly position: number;
  /** The waybill entry. */
  readonly place: Place;
}

/** An attempt at a request ended. */
export interface AttemptEvent extends AboutRequest {
  readonly kind: "attempt";
  readonly outcome: AttemptOutcome;
  readonly messageId: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly milliseconds: number;
}

/** A data point has its end. */
export interface SettledEvent extends AboutRequest {
  readonly kind: "settled";
  readonly result: "delivered" | "skipped" | "dead_letter";
  readonly reason: SkipReason | DeadLetterReason | undefined;
  /** Since its batch was received. */
  readonly ageMilliseconds: number;
}

/** A member's lane waits; other lanes go on. */
export interface LaneWaitsEvent {
  readonly kind: "lane_waits";
  readonly reason: "retry" | "missing_user";
  readonly batch: string;
  readonly milliseconds: number;
}

/** Nothing is sent for a while. `configuration` needs a person: the credentials or the address are wrong. */
export interface PausedEvent {
  readonly kind: "paused";
  readonly reason: "configuration" | "unreachable" | "asked";
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** When the next request is tried; undefined where someone must say so. */
  readonly until: number | undefined;
}

/** Listens to what happens. It must not throw, and not take long. */
export type Observe = (event: DeliveryEvent) => void;

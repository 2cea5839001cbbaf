import type { RefusedReason } from "../sessionm/classify.ts";

/** Why a request was not delivered. */
export type UndeliveredReason =
  | RefusedReason
  /** SessionM does not know the member, or an earlier request showed that it does not. */
  | "missing_user"
  /** SessionM turned the credentials or the address down. It stops the whole delivery. */
  | "configuration"
  /** Out of attempts, and at least one of them may have been processed. */
  | "unknown_outcome"
  /** Out of attempts, and none of them was processed. */
  | "not_accepted"
  /** Delivery was stopped before this request went out. */
  | "stopped";

/** Who may send a request again that was not delivered. */
export type MayRetry =
  /** Anyone, at any time: it had no effect. */
  | "anyone"
  /** Anyone, once the data, the waybill, the member or the settings have changed: it would fail again. */
  | "after_change"
  /** Someone who first looks at the member: 30 minutes later a repeat may award twice (SessionM `Message-ID`). */
  | "after_check";

/** What became of a request. Every request has exactly one outcome. */
export type Outcome = Delivered | Unchanged | Undelivered;

/** SessionM took the request. */
export interface Delivered extends Effort {
  readonly kind: "delivered";
  /** How long the last attempt took. */
  readonly milliseconds: number;
}

/** A profile that the member already has, not sent (`send: changed`). */
export interface Unchanged {
  readonly kind: "unchanged";
}

/** SessionM did not take the request, or it is not known whether it did. */
export interface Undelivered extends Effort {
  readonly kind: "undelivered";
  readonly reason: UndeliveredReason;
  readonly mayRetry: MayRetry;
  /** SessionM's error code in lower case, or the network's. */
  readonly code: string | undefined;
  /** The last HTTP status. */
  readonly status: number | undefined;
}

/** How often SessionM was asked; what was asked again under the same id is a retry. */
export interface Effort {
  readonly attempts: number;
  readonly retries: number;
}

/** For each reason, who may retry. */
const mayRetry: { readonly [reason in UndeliveredReason]: MayRetry } = {
  validation: "after_change",
  missing_data: "after_change",
  argument_error: "after_change",
  not_available: "after_change",
  not_found: "after_change",
  no_active_campaign_found: "after_change",
  refused: "after_change",
  missing_user: "after_change",
  configuration: "after_change",
  unknown_outcome: "after_check",
  not_accepted: "anyone",
  stopped: "anyone",
};

/** Returns the outcome of a request that was not delivered. */
export function undelivered(
  reason: UndeliveredReason,
  details: Partial<Pick<Undelivered, "code" | "status" | "attempts" | "retries">> = {},
): Undelivered {
  const { code, status, attempts = 0, retries = 0 } = details;
  return { kind: "undelivered", reason, mayRetry: mayRetry[reason], code, status, attempts, retries };
}

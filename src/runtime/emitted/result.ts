/**
 * What a forwarder makes of one batch: requests for SessionM, and the data points that were left out.
 * `language.md` §4 "Every data point that came in and did not go out has exactly one reason".
 */

/** Why a data point did not go out. Where several apply the first in `language.md` §4 counts. */
export type Reason =
  | "malformed"
  | "platform"
  | "environment"
  | "loop"
  | "replay"
  | "not_logged_in"
  | "bad_external_id"
  | "condition"
  | "event_type"
  | "not_enabled"
  | "not_defined"
  | "duplicate_event"
  | "empty_key"
  | "duplicate_key"
  | "removed_not_forwarded"
  | "null_value"
  | "empty_value"
  | "no_value"
  | "profile_limit"
  | "attribute_limit";

/** A place in a waybill that decided something: `file:line`, the file relative to the entry file's folder. */
export type Place = string;

/** One HTTP request for SessionM, without credentials, host and `Message-ID`: those are delivery's. */
export interface Request {
  readonly kind: "profile" | "event";
  readonly method: "PUT" | "POST";
  /** The path, percent-encoded, with the literal text `{api_key}` where the API key goes. */
  readonly path: string;
  /** The body as JSON text. */
  readonly body: string;
  /** The member's external id as it is, not percent-encoded. Requests of one member go out in order. */
  readonly externalId: string;
  /** The batch's identity: `batch_id`, `message_id`, `source_request_id` or a hash of its content (§4.19). */
  readonly batch: string;
  /** The data point's position: the index of the event in the batch, or -1 for the profile. */
  readonly position: number;
  /** The waybill entry that made this request. */
  readonly at: Place;
}

/** A data point of a batch. */
export interface DataPoint {
  readonly kind: "batch" | "profile" | "attribute" | "identity" | "event" | "event_attribute";
  /** The name in the batch: an attribute's, an identity type, an event's; null where it has none. */
  readonly name: string | null;
  /** The index of the event in the batch, for events and their attributes; otherwise null. */
  readonly event: number | null;
}

/** A data point that came in and did not go out. */
export interface Drop extends DataPoint {
  readonly reason: Reason;
  /** The file and line of the waybill that decided it. */
  readonly at: Place;
}

/** How many data points were left out, by reason. */
export type DropCounts = { readonly [reason in Reason]?: number };

/** What {@link Forward} returns; `drops` are counts, or every drop where `drops: "full"` was asked for. */
export interface Result<Drops = DropCounts | readonly Drop[]> {
  readonly requests: readonly Request[];
  readonly drops: Drops;
}

/** Options of a forwarder. */
export interface ForwardOptions {
  /** `counts` (default): how many by reason; `full`: one {@link Drop} for each data point. */
  readonly drops?: "counts" | "full" | undefined;
}

/** A forwarder: pure and total. Text that is not a batch gives a `malformed` drop, never an exception. */
export interface Forward {
  (batch: string | Uint8Array, options: { readonly drops: "full" }): Result<readonly Drop[]>;
  (batch: string | Uint8Array, options?: { readonly drops?: "counts" | undefined }): Result<DropCounts>;
  (batch: string | Uint8Array, options?: ForwardOptions): Result;
}

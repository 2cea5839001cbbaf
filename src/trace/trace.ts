/**
 * What became of each data point of a batch, and why: the drops of `Result` with reasons in words, and beside them
 * what was sent and how its value was made.
 */
import type { DataPoint, Drop, Place, Request } from "../runtime/emitted/result.ts";

/** The trace of one batch. */
export interface BatchTrace {
  readonly batch: BatchFacts;
  readonly requests: readonly Request[];
  /** The profile and what is in it, then each event and what is in it; what was sent, in the order of the entries, before what was not. */
  readonly points: readonly TracedPoint[];
}

/** What the gate saw; undefined where the batch could not be read. */
export interface BatchFacts {
  readonly id: string | undefined;
  readonly member: string | undefined;
  readonly platform: string | undefined;
  readonly environment: string | undefined;
  /** The login identity that counted. */
  readonly loggedInBy: string | undefined;
}

/** A data point: what was sent of it, or why nothing was. A constant has no name. */
export interface TracedPoint extends DataPoint {
  readonly sent: readonly Sending[];
  readonly drop: TracedDrop | undefined;
  /** What else is worth knowing, such as entries of an event that did not fire. */
  readonly notes: readonly string[];
}

/** A value, or an event, on its way to SessionM. */
export interface Sending {
  /** The request that it is part of, by its index. */
  readonly request: number;
  /** The entry that sent it. */
  readonly at: Place;
  /** The field, key or event in SessionM. */
  readonly key: string;
  /** The value that is sent; undefined for an event. */
  readonly text: string | undefined;
  /** How name and value were made. */
  readonly steps: readonly string[];
}

/** A drop with its reason in words. */
export interface TracedDrop extends Drop {
  readonly why: readonly string[];
}

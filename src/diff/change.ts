/** What changes for members between two waybills, in the order in which people have to know it. */
import type { Reason } from "../runtime/emitted/result.ts";

/** The classes of changes, the worst first: what is lost, what is different, what is new, what nobody notices. */
export const changeClasses = ["drops", "changes", "adds", "cosmetic"] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** Where batches come from. */
export const origins = ["sample", "tests", "generated"] as const;
export type Origin = (typeof origins)[number];

/** A number for each origin. */
export type Counts = Readonly<Record<Origin, number>>;

/** What a change is about. */
export type ChangeKind =
  /** Requests go to another external id. */
  | "member"
  /** A setting of delivery, or the name: nothing of a batch decides it. */
  | "setting"
  /** All that a batch gives. */
  | "batch"
  | "profile"
  | "event"
  | "event_renamed"
  | "attribute"
  | "attribute_renamed"
  /** The same values in another order. */
  | "order"
  /** A data point that is left out by both, for different reasons. */
  | "reason";

/** A value before and after, and the batch that shows it; undefined is absent. */
export interface Example {
  readonly origin: Origin;
  /** The batch in words: a test, a line of the sample, what it was made for. */
  readonly batch: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** One thing that changes. */
export interface Change {
  readonly class: ChangeClass;
  readonly kind: ChangeKind;
  /** The SessionM event it belongs to; undefined for the profile. */
  readonly event: string | undefined;
  /** The event, attribute, field or setting. */
  readonly name: string;
  /** What it is called afterwards, where it is renamed. */
  readonly renamed: string | undefined;
  /** The mParticle events it comes from. */
  readonly from: readonly string[];
  /** How often it happens, and how often it could have. */
  readonly counts: Counts;
  readonly of: Counts;
  /** Why it is left out now (or was, of what is added), with how often; the most frequent first. */
  readonly why: readonly { readonly reason: Reason; readonly at: string; readonly count: number }[];
  readonly example: Example | undefined;
}

/** What two waybills do with the same batches. */
export interface Comparison {
  readonly batches: Counts;
  readonly changes: readonly Change[];
  /** How many changes are not listed, because more names came than are kept apart. */
  readonly unlisted: number;
}

/** Returns counts of nothing. */
export function noCounts(): Record<Origin, number> {
  return { sample: 0, tests: 0, generated: 0 };
}

/** Returns the sum over all origins. */
export function total(counts: Counts): number {
  return origins.reduce((sum, origin) => sum + counts[origin], 0);
}

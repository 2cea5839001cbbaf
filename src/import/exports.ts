/** What can be exported of mParticle and SessionM, as data: what `import` starts from and `drift` compares with. */
import type { DataPlan } from "../compiler/plan/data-plan.ts";

/** One row of an event-mapping setting. */
export interface MappingRow {
  /** The setting that it is in, where the file has a name for it. */
  readonly setting: string | undefined;
  /** Its position in the setting, from 1. */
  readonly row: number;
  /** What is selected: `EventClass.Id`, `UserAttributeClass.Name`, … */
  readonly maptype: string;
  /** A name for types that end in `.Name`, else an id of mParticle's server. */
  readonly map: string | undefined;
  /** The hash of what is selected. */
  readonly jsmap: string | undefined;
  /** The name in SessionM. */
  readonly value: string | undefined;
  readonly hasConditions: boolean;
}

/** The kinds of data points that a waybill can name; `other` is what it cannot. */
export type DataPointKind =
  | "event"
  | "event_attribute"
  | "event_type"
  | "identity"
  | "other"
  | "screen"
  | "screen_attribute"
  | "user_attribute";

/** One row of the Platform API's data points, or of a Data Filter. */
export interface DataPoint {
  /** Its position in the file, from 1. */
  readonly row: number;
  readonly kind: DataPointKind;
  /** `type` as the file has it. */
  readonly type: string;
  /** The event, screen, user attribute or identity; of an attribute's row, the event or screen that has it. */
  readonly name: string;
  readonly attribute: string | undefined;
  /** `custom_event_type`, by the batch's own names. */
  readonly eventType: string | undefined;
  /** Undefined in a list of data points, which says nothing of outputs. */
  readonly enabled: boolean | undefined;
}

/** A Data Filter: its rows, and what becomes of new data points where the export says so. */
export interface DataFilter {
  readonly points: readonly DataPoint[];
  readonly sendsNew: boolean | undefined;
}

/** The exports that were given. */
export interface Exports {
  readonly mappings: readonly MappingRow[] | undefined;
  readonly filter: DataFilter | undefined;
  /** Data points that are there for their names alone. */
  readonly dataPoints: readonly DataPoint[];
  readonly plan: DataPlan | undefined;
  /** SessionM's Custom User Profile Attributes. */
  readonly attributes: readonly string[] | undefined;
}

/** What came of reading a file; `problem` is a sentence about the file that follows its name. */
export type ReadExport<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "problem"; readonly problem: string };

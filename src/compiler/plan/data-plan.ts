/**
 * What one version of an mParticle data plan says about the data points that a waybill can map. Commerce and
 * lifecycle data points are left out: mParticle's SessionM output does not forward them.
 */
import type { Type } from "../types/type.ts";

/** A version of a data plan. */
export interface DataPlan {
  /** `data_plan_id`, and the version where the file states one. */
  readonly id: string | undefined;
  readonly version: number | undefined;
  /** The planned custom events: one for each name and custom event type. */
  readonly events: readonly PlannedEvent[];
  readonly screens: readonly PlannedEvent[];
  /** Undefined where the plan does not speak of user attributes. */
  readonly userAttributes: PlannedAttributes | undefined;
  /** The planned identities by the batch's own names; undefined where the plan does not speak of identities. */
  readonly identities: PlannedAttributes | undefined;
}

/** A planned custom event or screen view. */
export interface PlannedEvent {
  readonly name: string;
  /** `custom_event_type` by the batch's own names; undefined for a screen, and where the plan leaves it open. */
  readonly type: string | undefined;
  /** Undefined where the plan does not speak of the event's attributes. */
  readonly attributes: PlannedAttributes | undefined;
}

/** Planned attributes by name, in the plan's order. */
export type PlannedAttributes = ReadonlyMap<string, PlannedAttribute>;

/** What the plan says about an attribute. */
export interface PlannedAttribute {
  readonly name: string;
  /**
   * The planned types. Validation accepts text forms (`"42"` is a number), so a type says which texts there can be and
   * nothing about the JSON type in a batch.
   */
  readonly type: Type;
  /** The only values there can be, as texts, where the plan lists them. */
  readonly values: readonly string[] | undefined;
  readonly isRequired: boolean;
  readonly description: string | undefined;
}

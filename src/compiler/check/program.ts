/**
 * A checked waybill: includes merged, sets resolved, output keys made, every default in its place. The
 * interpreter runs it, the IR is built from it.
 */

import type { Style } from "../../runtime/emitted/keys.ts";
import type { DeliverySettings } from "../../runtime/settings.ts";
import type { DataPlan } from "../plan/data-plan.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Expression } from "./expression.ts";

/** A setting with the place that decided it: where it is written, or else the section it would stand in. */
export interface Setting<T> {
  readonly value: T;
  readonly span: Span;
}

export interface Program {
  readonly name: string;
  readonly description: string | undefined;
  /** The entry file. */
  readonly entry: SourceFile;
  /** Every file, in the order in which their lists were joined; the entry file is the last. */
  readonly files: readonly SourceFile[];
  /** What decides about a batch as a whole where nothing more exact does: the entry file's first line. */
  readonly span: Span;
  readonly delivery: DeliverySettings;
  readonly source: SourceSettings;
  readonly casing: Casing;
  readonly defined: Defined;
  readonly profile: Profile;
  readonly events: EventList;
  readonly screens: EventList;
  readonly newEvents: Setting<boolean>;
  /** What mParticle is to collect, where the waybill names a data plan. Says nothing about what a forwarder does. */
  readonly plan: DataPlan | undefined;
}

export interface SourceSettings {
  readonly platforms: Setting<readonly string[]>;
  readonly environments: Setting<readonly string[]>;
  readonly users: Setting<"logged_in" | "all">;
  readonly loginIdentities: Setting<readonly string[]>;
  readonly names: NameMatching;
  readonly loopPartners: Setting<readonly string[]>;
  readonly replays: Setting<"drop" | "forward">;
  /** The condition on the whole batch. */
  readonly when: Condition | undefined;
}

/** A condition: of type boolean, absent counts for false. The span is that of the whole expression. */
export type Condition = Setting<Expression>;

/** How names match names in a batch. */
export type NameMatching = "exact" | "ignore_case";

/** What SessionM has defined; undefined where the waybill gives no list, or one with a mistake in it. */
export interface Defined {
  readonly events: DefinedList | undefined;
  readonly attributes: DefinedList | undefined;
}

export interface DefinedList {
  readonly span: Span;
  readonly items: readonly { readonly text: string; readonly span: Span }[];
}

export interface Casing {
  readonly userAttributes: Style | "as_defined";
  readonly eventAttributes: Style;
  readonly rules: readonly CasingRule[];
}

export interface CasingRule {
  readonly match: string;
  readonly to: string;
  readonly span: Span;
  readonly toSpan: Span;
}

export interface Profile {
  readonly span: Span;
  /** `mpid` or an identity type. */
  readonly externalId: Setting<string>;
  readonly identities: readonly Identity[];
  readonly fields: readonly Field[];
  readonly attributes: readonly Attribute[];
  readonly newAttributes: Setting<boolean>;
  readonly lists: "comma" | "json";
  readonly removed: "keep" | "empty";
  /** The condition on the profile; events have their own. */
  readonly when: Condition | undefined;
}

/** An enabled identity, or `mpid`. */
export interface Identity {
  readonly type: string;
  readonly target: IdentityTarget;
  readonly span: Span;
}

export type IdentityTarget =
  | { readonly kind: "field"; readonly field: string; readonly span: Span }
  | { readonly kind: "attribute"; readonly key: string; readonly span: Span }
  | { readonly kind: "identifier"; readonly type: string };

/** A reserved field and the user attributes that fill it, matched ignoring case. */
export interface Field {
  readonly field: string;
  readonly names: readonly string[];
  readonly value: Value;
  readonly when: Condition | undefined;
  readonly span: Span;
}

/** An enabled attribute of the profile or of an event. */
export interface Attribute {
  readonly names: readonly string[];
  /** The places of the names, in their order. */
  readonly nameSpans: readonly Span[];
  readonly key: string;
  /** Where the key comes from: `to`, a casing rule, or the name. */
  readonly keyFrom: KeyOrigin;
  readonly value: Value;
  readonly when: Condition | undefined;
  readonly span: Span;
  /** The reference to the set that it comes from. */
  readonly through: Span | undefined;
}

export type KeyOrigin =
  | { readonly kind: "to"; readonly span: Span }
  | { readonly kind: "rule"; readonly rule: CasingRule; readonly span: Span }
  | { readonly kind: "name"; readonly span: Span };

/** How an entry makes its value. */
export type Value =
  | { readonly kind: "source" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: Expression }
  | {
      readonly kind: "lookup";
      readonly table: ReadonlyMap<string, string>;
      /** The places of the table's keys, in their order. */
      readonly keySpans: readonly Span[];
      readonly otherwise: string | undefined;
    };

/** The entries of `events` or `screens`, in order. */
export interface EventList {
  readonly span: Span;
  readonly entries: readonly EventEntry[];
}

export interface EventEntry {
  readonly name: string;
  /** The custom event type; undefined matches any. */
  readonly type: string | undefined;
  readonly typeSpan: Span | undefined;
  /** The SessionM event. */
  readonly to: string;
  readonly toSpan: Span;
  /** A condition, or whether no earlier entry of the list may have fired for the event. */
  readonly condition: "always" | "otherwise" | Condition;
  readonly attributes: readonly Attribute[];
  readonly newAttributes: Setting<boolean>;
  readonly span: Span;
  readonly nameSpan: Span;
}

/**
 * What a forwarder does, in order, as plain JSON. Every step knows the place in the waybill that it comes from.
 * Nothing is left to look up: names are folded where case is ignored, sets of names are sorted, limits are numbers.
 */
import type { Style } from "../../runtime/emitted/keys.ts";
import type { IrExpression } from "./expression.ts";

export interface IrModule {
  readonly name: string;
  readonly description: string | null;
  /** The files, relative to the entry file's folder; origins point into it. The entry file is the last. */
  readonly sources: readonly string[];
  readonly origin: IrOrigin;
  readonly names: "exact" | "ignore_case";
  readonly gate: readonly IrGateStep[];
  /** `mpid` or an identity type, and where the waybill says so. */
  readonly externalId: { readonly type: string; readonly origin: IrOrigin };
  readonly profile: IrProfile;
  readonly customEvents: IrEvents;
  readonly screenViews: IrEvents;
}

/** A place: the index of a file, the offsets of the text, and its first line. */
export interface IrOrigin {
  readonly source: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A reason to drop the batch, tested in the order of `language.md` §4. */
export type IrGateStep =
  | { readonly reason: "platform"; readonly enabled: readonly string[]; readonly origin: IrOrigin }
  | { readonly reason: "environment"; readonly enabled: readonly string[]; readonly origin: IrOrigin }
  | { readonly reason: "loop"; readonly partners: readonly string[]; readonly origin: IrOrigin }
  | { readonly reason: "replay"; readonly origin: IrOrigin }
  | { readonly reason: "not_logged_in"; readonly identities: readonly string[]; readonly origin: IrOrigin }
  | { readonly reason: "bad_external_id"; readonly origin: IrOrigin }
  | { readonly reason: "condition"; readonly test: IrExpression; readonly origin: IrOrigin };

/** A condition, and where the waybill states it; what is not true of it is left out there. */
export interface IrCondition {
  readonly test: IrExpression;
  readonly origin: IrOrigin;
}

export interface IrProfile {
  readonly lists: "comma" | "json";
  readonly removed: "keep" | "empty";
  readonly identities: readonly IrIdentity[];
  readonly fields: readonly IrAttribute[];
  /** The sources of reserved fields in lower case, where nothing else matches ignoring case; made by a pass. */
  readonly reservedNames?: readonly string[];
  readonly attributes: readonly IrAttribute[];
  readonly newAttributes: IrNewAttributes | null;
  /** The condition on the profile as a whole; left out where there is none. */
  readonly when?: IrCondition;
  /** Where attributes that no entry takes are left out. */
  readonly unlisted: IrOrigin;
  readonly origin: IrOrigin;
}

export interface IrIdentity {
  readonly type: string;
  readonly target: "field" | "attribute" | "identifier";
  /** The field, the custom attribute's key or the identifier's type. */
  readonly to: string;
  readonly origin: IrOrigin;
}

/** An attribute, or a reserved field, and what fills it. */
export interface IrAttribute {
  readonly key: string;
  readonly names: readonly string[];
  readonly value: IrValue;
  /** Left out where there is none. */
  readonly when?: IrCondition;
  /** Whether it is sent together with its neighbours, as it is; said by a pass. */
  readonly isCopied?: true;
  readonly origin: IrOrigin;
}

export type IrValue =
  | { readonly kind: "source" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: IrExpression }
  | {
      readonly kind: "lookup";
      readonly table: readonly (readonly [from: string, to: string])[];
      readonly otherwise: string | null;
    };

/** What becomes of attributes that no entry takes. */
export interface IrNewAttributes {
  /** Names that entries take, in lower case where case is ignored. */
  readonly declared: readonly string[];
  /** Sources of reserved fields but the eight, in lower case: they always match ignoring case. */
  readonly reserved: readonly string[];
  readonly keys: readonly string[];
  readonly key: IrKey;
  /** What SessionM has defined; null where the waybill does not say. */
  readonly defined: readonly string[] | null;
  /** How many of them the profile has room for; null where nothing bounds them. */
  readonly room: number | null;
  readonly origin: IrOrigin;
}

/** How a key is made from a name at run time. */
export interface IrKey {
  readonly normalise: boolean;
  readonly rules: readonly { readonly match: string; readonly to: string }[];
  readonly style: Style;
  /** For `as_defined`: from a key in lower case to SessionM's spelling of it. */
  readonly spellings: readonly (readonly [folded: string, key: string])[] | null;
}

/** Custom events or screen views, grouped by name. */
export interface IrEvents {
  readonly groups: readonly IrEventGroup[];
  /** Where an event that no entry matches goes: forwarded under its own name, or dropped. */
  readonly unlisted: IrUnlisted;
}

export interface IrUnlisted {
  readonly forward: boolean;
  /** The events that SessionM has defined; null where the waybill does not say. */
  readonly defined: readonly string[] | null;
  readonly origin: IrOrigin;
}

/** The entries of one event name, in order. The name is in lower case where case is ignored. */
export interface IrEventGroup {
  readonly name: string;
  readonly entries: readonly IrEvent[];
}

export interface IrEvent {
  /** The name as the waybill has it. */
  readonly name: string;
  readonly type: string | null;
  /** Whether it fires only where no earlier entry has. */
  readonly otherwise: boolean;
  /** The condition; left out where there is none. */
  readonly when?: IrCondition;
  /** Whether an earlier entry may have sent the same SessionM event. */
  readonly mayRepeat: boolean;
  readonly to: string;
  readonly attributes: readonly IrAttribute[];
  readonly newAttributes: IrNewAttributes | null;
  readonly origin: IrOrigin;
}

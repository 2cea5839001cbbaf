import type { Expression } from "../compiler/check/expression.ts";
import type { Attribute, EventEntry, Field, Identity } from "../compiler/check/program.ts";
import type { Span } from "../compiler/source/source-file.ts";
import type { Json } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";
import type { Candidate } from "./candidate.ts";
import type { Scope } from "./sources.ts";

/**
 * What the interpreter decided while it ran a batch, one decision after another: `trace` tells them, coverage counts
 * them. What follows an `event` belongs to it, up to the next one.
 */
export type Decision =
  | {
      /** The batch can be read; the gate comes next. */
      readonly kind: "batch";
      readonly batch: Candidate;
      readonly externalId: string | undefined;
    }
  | {
      readonly kind: "condition";
      readonly condition: Expression;
      readonly isMet: boolean;
      readonly scope: Scope;
    }
  | { readonly kind: "identity"; readonly identity: Identity; readonly id: string | undefined }
  | EntryDecision
  | {
      /** An attribute that no entry names, where new ones are forwarded. */
      readonly kind: "new";
      readonly name: string;
      readonly key: string;
      readonly text: string | undefined;
      readonly reason: Reason | undefined;
      readonly span: Span;
    }
  | {
      /** An event with a name begins. */
      readonly kind: "event";
      readonly index: number;
      readonly name: string;
      readonly isScreen: boolean;
      readonly type: Json | undefined;
    }
  | {
      /** What becomes of an entry that matches the event; the attributes of one that fires come next. */
      readonly kind: "event_entry";
      readonly entry: EventEntry;
      readonly outcome: "fires" | "condition" | "otherwise" | "duplicate";
    }
  | {
      /** The event fires under its own name, without an entry. */ readonly kind: "new_event";
      readonly span: Span;
    };

/** An attribute entry was evaluated. */
export interface EntryDecision {
  readonly kind: "entry";
  readonly entry: Attribute | Field;
  readonly key: string;
  /** The spelling that each of its names chose. */
  readonly there: readonly string[];
  /** The one of them that has a value; names that were removed. */
  readonly source: string | undefined;
  readonly removed: readonly string[];
  readonly given: Json | undefined;
  /** What is sent, or else why nothing is. */
  readonly text: string | undefined;
  readonly reason: Reason | undefined;
  /** How many values the place held before. */
  readonly before: number;
}

/** Takes the decisions of a run. */
export type Recorder = (decision: Decision) => void;

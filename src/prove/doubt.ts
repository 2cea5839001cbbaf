import type { Expression } from "../compiler/check/expression.ts";
import type { EventEntry } from "../compiler/check/program.ts";
import type { Span } from "../compiler/source/source-file.ts";

/** A part of two waybills that was not seen to be the same. */
export interface Doubt {
  /** What it is, as people know it. */
  readonly what: string;
  /** Why it is not decided, as a sentence. */
  readonly why: string;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  /** What to try in search of a batch that tells the two apart. */
  readonly lead: Lead | undefined;
}

/** Where a batch may differ: the expressions that decide, and the event and attribute that they stand in. */
export interface Lead {
  readonly expressions: readonly Expression[];
  readonly event: EventEntry | undefined;
  readonly isScreen: boolean;
  /** The names that an attribute entry takes. */
  readonly names: readonly string[];
}

/** Why a question is not decided. */
export const reasons = {
  many: "its conditions have too many combinations of values",
  differs: "a combination of values gives different results; whether a batch can have it is not known",
  form: "it is written in another form",
} as const;

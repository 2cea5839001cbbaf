/**
 * Takes: the ways of a waybill and a batch. Gives: what the reference interpreter makes of it, and the first way that
 * makes something else of it, whether it is asked for drops or for counts, or that throws.
 */
import type { Recorder } from "../interpreter/decision.ts";
import { interpret } from "../interpreter/interpret.ts";
import { countDifference, type Difference, differenceOf, type FullResult } from "./difference.ts";
import type { Way, Ways } from "./ways.ts";

/** A way that does not do what the reference interpreter does. */
export interface Disagreement extends Difference {
  /** The name of the way. */
  readonly way: string;
}

/** What a batch gave; without a disagreement all ways agree. */
export interface Comparison {
  readonly result: FullResult;
  readonly disagreement: Disagreement | undefined;
}

/** How a batch is compared. */
export interface ComparisonOptions {
  /** Is told what the reference interpreter decides. */
  readonly record?: Recorder;
  /** `false` leaves out the second run, in which drops are only counted. */
  readonly counts?: boolean;
}

/** Runs a batch every way. */
export function compareWays(
  { program, others }: Ways,
  batch: string | Uint8Array,
  { record, counts = true }: ComparisonOptions = {},
): Comparison {
  const result = interpret(program, batch, record);
  for (const way of others) {
    const difference = differenceIn(way, result, batch, counts);
    if (difference !== undefined) return { result, disagreement: { way: way.name, ...difference } };
  }
  return { result, disagreement: undefined };
}

function differenceIn(
  { forward }: Way,
  expected: FullResult,
  batch: string | Uint8Array,
  counts: boolean,
): Difference | undefined {
  try {
    return (
      differenceOf(expected, forward(batch, { drops: "full" })) ??
      (counts ? countDifference(expected, forward(batch)) : undefined)
    );
  } catch (error) {
    // A forwarder never throws, whatever it is given.
    return { part: "result", expected: "no exception", actual: String(error) };
  }
}

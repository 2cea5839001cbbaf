import type { Drop, DropCounts, Request, Result } from "../runtime/emitted/result.ts";

/** What a way of running a waybill makes of a batch, with every drop. */
export type FullResult = Result<readonly Drop[]>;

/** The first thing in which two results differ, and what each has there as JSON; undefined where it has nothing. */
export interface Difference {
  readonly part: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
}

/** Returns the first difference: requests in order, then drops, whose order says nothing. */
export function differenceOf(expected: FullResult, actual: FullResult): Difference | undefined {
  return (
    requestDifference(expected.requests, actual.requests) ??
    firstDifference("drop", dropsOf(expected.drops), dropsOf(actual.drops))
  );
}

/** The same where only the number of drops by reason was asked for. */
export function countDifference(expected: FullResult, actual: Result<DropCounts>): Difference | undefined {
  const counts = new Map<string, number>();
  for (const { reason } of expected.drops) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    requestDifference(expected.requests, actual.requests) ??
    firstDifference("number of drops", linesOf([...counts]), linesOf(Object.entries(actual.drops)))
  );
}

function requestDifference(expected: readonly Request[], actual: readonly Request[]): Difference | undefined {
  return firstDifference("request", expected.map(requestLine), actual.map(requestLine));
}

/** Every member, in one order. */
function requestLine({ kind, method, path, body, externalId, batch, position, at }: Request): string {
  return JSON.stringify({ kind, method, path, body, externalId, batch, position, at });
}

function dropsOf(drops: readonly Drop[]): readonly string[] {
  return linesOf(drops.map(({ kind, name, event, reason, at }) => ({ kind, name, event, reason, at })));
}

function linesOf(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}

function firstDifference(
  what: string,
  expected: readonly string[],
  actual: readonly string[],
): Difference | undefined {
  const length = Math.max(expected.length, actual.length);
  for (let index = 0; index < length; index++) {
    if (expected[index] === actual[index]) continue;
    return { part: `${what} ${index + 1}`, expected: expected[index], actual: actual[index] };
  }
  return undefined;
}

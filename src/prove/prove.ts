/**
 * Takes: two waybills. Gives: that they are equivalent, a batch that tells them apart, or what is not decided.
 * Guarantees: equivalence is claimed only where every part was decided; the interpreter has run a batch that is given, and
 * its requests differ. Equivalent waybills make the same requests of every batch, byte by byte; what they leave out may
 * have other reasons.
 */
import type { Program } from "../compiler/check/program.ts";
import { randomBatches } from "../generate/random-batches.ts";
import { interpret } from "../interpreter/interpret.ts";
import { comparePrograms } from "./compare-programs.ts";
import type { Doubt } from "./doubt.ts";
import { minimise } from "./minimise.ts";
import { searchBatches } from "./search-batches.ts";

/** What is known of two waybills. */
export type Proof =
  | { readonly kind: "equivalent" }
  | { readonly kind: "different"; readonly batch: string }
  | { readonly kind: "undecided"; readonly doubts: readonly Doubt[] };

/** For how many parts batches are searched: one that differs is enough. */
const mostSearched = 20;

/** How many random batches are tried, of the words of each waybill. */
const mostRandom = 1000;

/** Compares two waybills; the batches of `tries` are tried first. */
export function prove(before: Program, after: Program, tries: Iterable<string>): Proof {
  const isDifferent = (batch: string) => requestsOf(before, batch) !== requestsOf(after, batch);
  const found = findFirst(tries, isDifferent);
  if (found !== undefined) return { kind: "different", batch: minimise(found, isDifferent) };
  const doubts = comparePrograms(before, after);
  if (doubts.length === 0) return { kind: "equivalent" };
  for (const doubt of doubts.slice(0, mostSearched)) {
    const batch = findFirst(searchBatches(doubt, before, after), isDifferent);
    if (batch !== undefined) return { kind: "different", batch: minimise(batch, isDifferent) };
  }
  const batch = findFirst(anyBatches([before, after]), isDifferent);
  if (batch !== undefined) return { kind: "different", batch: minimise(batch, isDifferent) };
  return { kind: "undecided", doubts };
}

/** Random ones out of the words of each; the same waybills give the same. */
function* anyBatches(programs: readonly Program[]): Generator<string> {
  const sources = programs.map((program) => randomBatches(program, 1));
  for (let left = mostRandom; left > 0; left--) {
    for (const source of sources) yield source.next().value ?? "";
  }
}

function findFirst(batches: Iterable<string>, isIt: (batch: string) => boolean): string | undefined {
  for (const batch of batches) if (isIt(batch)) return batch;
  return undefined;
}

function requestsOf(program: Program, batch: string): string {
  const { requests } = interpret(program, batch);
  return JSON.stringify(requests.map(({ method, path, body, position }) => [method, path, body, position]));
}

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Program } from "../../src/compiler/check/program.ts";
import { checkWaybill } from "../../src/compiler/compile.ts";
import { hasErrors } from "../../src/compiler/diagnostics/diagnostic.ts";
import type { Span } from "../../src/compiler/source/source-file.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { arbitraryConditionBatch, arbitraryConditions } from "../support/arbitrary-conditions.ts";
import { memoryReader } from "../support/memory-reader.ts";

const at = ({ start }: Span) => start;

/** What is said never to happen, by the offset of its place, and what the interpreter saw happen. */
function claimsAndSightings(text: string, inputs: readonly string[]) {
  const { program, diagnostics } = checkWaybill("w.waybill.yaml", memoryReader({ "w.waybill.yaml": text }));
  if (program === undefined || hasErrors(diagnostics)) return undefined;
  const claimed = (...codes: readonly string[]) =>
    new Set(diagnostics.filter(({ code }) => codes.includes(code)).map(({ span }) => at(span)));
  return {
    ...{
      never: claimed("impossible-condition"),
      unfired: claimed("never-fires"),
      unsent: claimed("never-sends"),
    },
    seen: sightings(program, inputs),
  };
}

function sightings(program: Program, inputs: readonly string[]) {
  const seen = { met: new Set<number>(), fired: new Set<number>(), sent: new Set<number>() };
  for (const input of inputs) {
    interpret(program, input, (decision) => {
      if (decision.kind === "condition" && decision.isMet) seen.met.add(at(decision.condition.span));
      if (decision.kind !== "event_entry" || decision.outcome !== "fires") return;
      seen.fired.add(at(decision.entry.nameSpan));
      seen.sent.add(at(decision.entry.toSpan));
    });
  }
  return seen;
}

test("what is said never to be true, to fire or to send never does, over random batches", () => {
  const counts = { never: 0, unfired: 0, unsent: 0, waybills: 0 };
  const batches = fc.array(arbitraryConditionBatch, { minLength: 60, maxLength: 60, size: "max" });
  const property = fc.property(arbitraryConditions, batches, (waybill, inputs) => {
    const found = claimsAndSightings(JSON.stringify(waybill), inputs);
    if (found === undefined) return;
    const { never, unfired, unsent, seen } = found;
    expect([...never].filter((place) => seen.met.has(place))).toEqual([]);
    expect([...unfired].filter((place) => seen.fired.has(place))).toEqual([]);
    expect([...unsent].filter((place) => seen.sent.has(place))).toEqual([]);
    counts.never += never.size;
    counts.unfired += unfired.size;
    counts.unsent += unsent.size;
    counts.waybills++;
  });
  fc.assert(property, { seed: 5, numRuns: 500, endOnFailure: true });
  // Claims that are never made could not be wrong.
  expect(counts.waybills).toBeGreaterThan(200);
  expect(counts.never).toBeGreaterThan(50);
  expect(counts.unfired).toBeGreaterThan(5);
  expect(counts.unsent).toBeGreaterThan(5);
}, 300_000);

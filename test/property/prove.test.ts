import fc from "fast-check";
import { expect, test } from "vitest";
import type { Program } from "../../src/compiler/check/program.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { prove } from "../../src/prove/prove.ts";
import { arbitraryConditionBatch, arbitraryConditions } from "../support/arbitrary-conditions.ts";
import { memoryReader } from "../support/memory-reader.ts";
import { provenPairs } from "../support/proof-pairs.ts";

function compile(text: string): Program | undefined {
  return compileWaybill("w.waybill.yaml", memoryReader({ "w.waybill.yaml": text })).program;
}

function requestsOf(program: Program, batch: string): string {
  return JSON.stringify(interpret(program, batch).requests.map(({ at: _, ...request }) => request));
}

/** Ways to write a condition otherwise: the first ones mean the same. */
const rewritings: readonly ((condition: string) => string)[] = [
  (condition) => condition,
  (condition) => `not (not (${condition}))`,
  (condition) => `(${condition}) and (${condition})`,
  (condition) => `(${condition}) or environment == "staging"`,
  (condition) => `(${condition}) and platform in ["ios", "android", "roku", "custom_feeds"]`,
  (condition) => `if(${condition}, true, false)`,
  (condition) => `(${condition}) or user("a") == "yes"`,
  (condition) => `(${condition}) and not contains(user("a"), "e")`,
];

/** A waybill, and the same with each of its conditions written otherwise. */
const pairs = fc
  .tuple(arbitraryConditions, fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }), fc.boolean())
  .map(([waybill, picks, isSameMeaning]) => {
    let at = 0;
    const rewrite = (condition: string) => {
      const ways = isSameMeaning ? 6 : rewritings.length;
      const pick = picks[at++ % picks.length] ?? 0;
      return (rewritings[pick % ways] ?? String)(condition);
    };
    const other = JSON.stringify(waybill, (key, value) => {
      return key === "when" && value !== "otherwise" && typeof value === "string" ? rewrite(value) : value;
    });
    return [JSON.stringify(waybill), other] as const;
  });

test("a claimed equivalence is never contradicted, and every counterexample differs when it is run", () => {
  const counts = { equivalent: 0, different: 0, undecided: 0 };
  const batches = fc.array(arbitraryConditionBatch, { minLength: 80, maxLength: 80, size: "max" });
  const property = fc.property(pairs, batches, ([one, other], inputs) => {
    const [before, after] = [compile(one), compile(other)];
    if (before === undefined || after === undefined) return;
    const proof = prove(before, after, []);
    counts[proof.kind]++;
    const isDifferent = (batch: string) => requestsOf(before, batch) !== requestsOf(after, batch);
    if (proof.kind === "equivalent") expect(inputs.filter(isDifferent)).toEqual([]);
    if (proof.kind === "different") expect(isDifferent(proof.batch)).toBe(true);
  });
  fc.assert(property, { seed: 3, numRuns: 250, endOnFailure: true });
  expect(counts.equivalent).toBeGreaterThan(30);
  expect(counts.different).toBeGreaterThan(30);
}, 300_000);

const firstSeed = 20_261_127;
const pairsOfWaybills = 20;

test(`2,000 batches contradict nothing that is said of ${pairsOfWaybills} pairs of waybills from seed ${firstSeed}`, () => {
  const counts = { equivalent: 0, different: 0, undecided: 0 };
  let left = pairsOfWaybills;
  for (const { seed, what, proof, contradiction } of provenPairs(firstSeed)) {
    expect(contradiction, `seed ${seed}: ${what}, said to be ${proof.kind}`).toBeUndefined();
    if (proof.kind === "undecided") expect(proof.doubts.filter(({ why }) => why === "")).toEqual([]);
    counts[proof.kind]++;
    if (--left === 0) break;
  }
  expect(counts.equivalent).toBeGreaterThan(pairsOfWaybills / 5);
  expect(counts.different).toBeGreaterThan(pairsOfWaybills / 5);
  expect(counts.undecided).toBeLessThan(pairsOfWaybills / 5);
}, 300_000);

import fc from "fast-check";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { createCollector } from "../../src/diff/collector.ts";
import { compareBatch } from "../../src/diff/compare-batch.ts";
import { isSameForwarder } from "../../src/diff/is-same-forwarder.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { arbitraryBatch } from "../support/arbitrary-batch.ts";
import { arbitraryWaybill, type RandomWaybill } from "../support/arbitrary-waybill.ts";
import { memoryReader } from "../support/memory-reader.ts";

function compile(waybill: RandomWaybill) {
  const { program, ir } = compileWaybill(
    "w.waybill.yaml",
    memoryReader({ "w.waybill.yaml": JSON.stringify(waybill) }),
  );
  return program === undefined || ir === undefined ? undefined : { program, ir };
}

test("a change is found exactly where the requests of a batch differ, and equal forwarders never do", () => {
  const seen = { different: 0, same: 0, sameForwarder: 0 };
  const batches = fc.array(arbitraryBatch, { minLength: 20, maxLength: 20 });
  // Half of the pairs have the events of one waybill and the profile of another, so that some batches are equal.
  const pair = fc.tuple(arbitraryWaybill, arbitraryWaybill, fc.boolean()).map(([one, other, isMixed]) => {
    return [one, isMixed ? { ...one, profile: other["profile"] } : other] as const;
  });
  const property = fc.property(pair, batches, ([one, other], inputs) => {
    const [before, after] = [compile(one), compile(other)];
    if (before === undefined || after === undefined) return;
    for (const input of inputs) {
      const collector = createCollector();
      const run = { before: interpret(before.program, input), after: interpret(after.program, input) };
      compareBatch({ info: { origin: "tests", title: "t" }, batch: input, ...run }, collector);
      const changes = collector.result().changes.filter(({ kind }) => kind !== "reason");
      const written = ({ requests }: typeof run.before) =>
        requests.map(({ path, body, position }) => [path, body, position]);
      const isSame = JSON.stringify(written(run.before)) === JSON.stringify(written(run.after));
      expect(changes.length === 0).toBe(isSame);
      if (isSameForwarder(before.ir, after.ir)) {
        expect(isSame).toBe(true);
        seen.sameForwarder++;
      }
      seen[isSame ? "same" : "different"]++;
    }
  });
  fc.assert(property, { seed: 11, numRuns: 150, endOnFailure: true });
  expect(seen.different).toBeGreaterThan(100);
  expect(seen.same).toBeGreaterThan(100);
}, 120_000);

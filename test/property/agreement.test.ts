import fc from "fast-check";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import type { Drop } from "../../src/runtime/emitted/result.ts";
import { arbitraryBatch } from "../support/arbitrary-batch.ts";
import { arbitraryWaybill } from "../support/arbitrary-waybill.ts";
import { loadBundle } from "../support/load-bundle.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";

const seed = Number(process.env["SEED"] ?? 20261123);
const wantedBatches = Number(process.env["BATCHES"] ?? 20_000);
const batchesPerWaybill = 50;

const reasonsToSee = [
  ...[
    "malformed",
    "platform",
    "environment",
    "loop",
    "replay",
    "not_logged_in",
    "bad_external_id",
    "condition",
  ],
  ...["event_type", "not_enabled", "not_defined", "empty_key", "duplicate_key", "removed_not_forwarded"],
  ...["null_value", "empty_value", "no_value", "attribute_limit"],
];

test(`emitted code and the interpreter agree on ${wantedBatches.toLocaleString("en-US")} random batches`, () => {
  const seen = { batches: 0, requests: 0, reasons: new Set<string>() };
  const batches = fc.array(arbitraryBatch, { minLength: batchesPerWaybill, maxLength: batchesPerWaybill });
  let round = 0;
  while (seen.batches < wantedBatches) {
    const property = fc.property(arbitraryWaybill, batches, (waybill, inputs) => {
      const reader = memoryReader({ "w.waybill.yaml": JSON.stringify(waybill) });
      const { program, module } = compileWaybill("w.waybill.yaml", reader);
      const { module: plain } = compileWaybill("w.waybill.yaml", reader, { optimise: false });
      if (program === undefined || module === undefined || plain === undefined) return;
      const forward = loadEmitted(module);
      const forwardPlainly = loadEmitted(plain);
      for (const input of inputs) {
        const expected = interpret(program, input);
        const actual = forward(input, { drops: "full" });
        expect(actual.requests).toEqual(expected.requests);
        expect(sorted(actual.drops)).toEqual(sorted(expected.drops));
        expect(forward(input).drops).toEqual(counted(expected.drops));
        const unoptimised = forwardPlainly(input, { drops: "full" });
        expect(unoptimised.requests).toEqual(expected.requests);
        expect(sorted(unoptimised.drops)).toEqual(sorted(expected.drops));
        seen.batches++;
        seen.requests += expected.requests.length;
        for (const { reason } of expected.drops) seen.reasons.add(reason);
      }
    });
    fc.assert(property, { seed: seed + round++, numRuns: 100, endOnFailure: false });
  }
  expect(seen.requests).toBeGreaterThan(wantedBatches / 4);
  expect(reasonsToSee.filter((reason) => !seen.reasons.has(reason))).toEqual([]);
}, 300_000);

test("the minified bundle and the interpreter agree on random batches", async () => {
  const batches = fc.array(arbitraryBatch, { minLength: batchesPerWaybill, maxLength: batchesPerWaybill });
  let bundles = 0;
  const property = fc.asyncProperty(arbitraryWaybill, batches, async (waybill, inputs) => {
    const { program, module } = compileWaybill(
      "w.waybill.yaml",
      memoryReader({ "w.waybill.yaml": JSON.stringify(waybill) }),
    );
    if (program === undefined || module === undefined) return;
    const forward = await loadBundle(module);
    bundles++;
    for (const input of inputs) {
      const expected = interpret(program, input);
      const actual = forward(input, { drops: "full" });
      expect(actual.requests).toEqual(expected.requests);
      expect(sorted(actual.drops)).toEqual(sorted(expected.drops));
    }
  });
  await fc.assert(property, { seed, numRuns: 40, endOnFailure: true });
  expect(bundles).toBeGreaterThan(15);
}, 300_000);

function sorted(drops: readonly Drop[]): readonly string[] {
  return drops.map((drop) => JSON.stringify([drop.kind, drop.event, drop.name, drop.reason, drop.at])).sort();
}

function counted(drops: readonly Drop[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { reason } of drops) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

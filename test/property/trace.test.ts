import fc from "fast-check";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { arbitraryBatch } from "../support/arbitrary-batch.ts";
import { arbitraryWaybill } from "../support/arbitrary-waybill.ts";
import { memoryReader } from "../support/memory-reader.ts";
import { expectTraceOf } from "../support/trace-of.ts";

test("a trace has each drop once, with words, and every value that is sent, with its key", () => {
  const seen = { sent: 0, dropped: 0 };
  const batches = fc.array(arbitraryBatch, { minLength: 20, maxLength: 20 });
  const property = fc.property(arbitraryWaybill, batches, (waybill, inputs) => {
    const files = { "w.waybill.yaml": JSON.stringify(waybill) };
    const { program } = compileWaybill("w.waybill.yaml", memoryReader(files));
    if (program === undefined) return;
    for (const input of inputs) {
      const { requests, drops } = interpret(program, input);
      expectTraceOf(program, input, { requests, drops });
      seen.sent += requests.length;
      seen.dropped += drops.length;
    }
  });
  fc.assert(property, { seed: 7, numRuns: 60, endOnFailure: true });
  expect(seen.sent).toBeGreaterThan(100);
  expect(seen.dropped).toBeGreaterThan(1000);
}, 60_000);

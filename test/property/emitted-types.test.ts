import fc from "fast-check";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { arbitraryWaybill } from "../support/arbitrary-waybill.ts";
import { memoryReader } from "../support/memory-reader.ts";
import { typeProblems } from "../support/type-problems.ts";

const seed = Number(process.env["SEED"] ?? 20261127);

test("the code of random waybills type-checks under every strict option", () => {
  const waybills = fc.sample(arbitraryWaybill, { numRuns: 60, seed });
  const modules = waybills.flatMap((waybill, index) => {
    const files = memoryReader({ "w.waybill.yaml": JSON.stringify(waybill) });
    const { module } = compileWaybill("w.waybill.yaml", files);
    return module === undefined ? [] : [[`random-${index}`, module.code] as const];
  });
  expect(modules.length).toBeGreaterThan(30);
  expect(typeProblems(new Map(modules))).toEqual([]);
}, 120_000);

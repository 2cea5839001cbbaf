import { expect, test } from "vitest";
import { checkWaybill } from "../../../src/compiler/compile.ts";
import { entry, memoryReader } from "../../support/memory-reader.ts";

/** Returns a data plan in which the attribute `Tier` has these values. */
function planOf(values: readonly string[]): string {
  const definition = { properties: { Tier: { type: "string", enum: values } } };
  const point = {
    match: { type: "user_attributes", criteria: {} },
    validator: { type: "json_schema", definition },
  };
  return JSON.stringify({ version: 1, data_plan_id: "loyalty", version_document: { data_points: [point] } });
}

test("a hundred values that the data plan lacks get a suggestion each, and those after them none", () => {
  const numbers = Array.from({ length: 103 }, (_, index) => String(index).padStart(3, "0"));
  const lookup = Object.fromEntries(numbers.map((number) => [`teir-${number}`, number]));
  const waybill = {
    waybill: 1,
    name: "loyalty",
    source: { data_plan: "./loyalty.plan.json" },
    profile: { attributes: [{ attribute: "Tier", lookup }] },
  };
  const files = {
    [entry]: JSON.stringify(waybill),
    "loyalty.plan.json": planOf(numbers.map((number) => `tier-${number}`)),
  };
  const { diagnostics } = checkWaybill(entry, memoryReader(files));
  const suggestions = diagnostics.map(({ args }) => args["suggestion"]);
  expect(suggestions).toEqual(numbers.map((number, index) => (index < 100 ? `tier-${number}` : undefined)));
});

import { expect, test } from "vitest";
import { compileWaybill } from "../../../src/compiler/compile.ts";
import { emitAnew } from "../../support/emit-anew.ts";
import { entry, memoryReader } from "../../support/memory-reader.ts";

/** Returns the code of a waybill with one attribute. */
function codeOf(key: "value" | "when", expression: string): string {
  const attribute = JSON.stringify({ attribute: "a", to: "a", [key]: expression });
  const text = `waybill: 1\nname: loyalty\nprofile:\n  attributes: [${attribute}]\n`;
  return emitAnew(text, () => compileWaybill(entry, memoryReader({ [entry]: text }))).module.code;
}

/** What is wrapped around an expression again and again, with `#` for the expression. */
const wrappings: readonly (readonly [key: "value" | "when", inner: string, wrapping: string])[] = [
  ["when", "present(value)", 'not if(#, user("b") == "x", true)'],
  ["when", "present(value)", "not (# == consent.ccpa_opt_out)"],
  ["value", "value", 'if(# == "x", "y", user("b"))'],
  ["value", "value", 'if(# != user("b"), "y", user("b"))'],
  ["value", "value", '(user("b") ?? concat(#, "x"))'],
];

test.each(wrappings)("code grows with its expression: in %s, %s in %s", (key, inner, wrapping) => {
  const nested = (depth: number): string => (depth === 0 ? inner : wrapping.replace("#", nested(depth - 1)));
  const callsIn = (depth: number) => codeOf(key, nested(depth)).match(/\w\(/g)?.length ?? 0;
  const [ten, twenty, thirty] = [callsIn(10), callsIn(20), callsIn(30)];
  expect(twenty).toBeGreaterThan(ten);
  expect(thirty - twenty).toBe(twenty - ten);
});

/** The tests of conditions, as they are written and as they are negated for an early return. */
const tests: readonly (readonly [expression: string, code: string])[] = [
  ['value == "x"', 'if (toText(takenValue(a)) === "x") send'],
  ['value != "x"', 'if (unequal(toText(takenValue(a)), "x") === true) send'],
  ['platform != "ios"', 'if (batchPlatform(batch) !== "ios") send'],
  ['not (platform == "ios")', 'if (batchPlatform(batch) !== "ios") send'],
  ["not (value == 1)", "if (toNumber(takenValue(a)) !== 1) send"],
  ["not (value < 1)", "if (less(toNumber(takenValue(a)), 1) !== true) send"],
  ["not (present(value) and value < 1)", "if (!(present(takenValue(a)) && less("],
  [
    "present(value) or present(mpid) and not consent.ccpa_opt_out",
    "if (present(takenValue(a)) || (present(batch.mpid) && ccpaOptOut(batch) !== true)) send",
  ],
  ["consent.ccpa_opt_out ?? false", "if (ccpaOptOut(batch) ?? false) send"],
];

test.each(tests)("the condition %s is emitted as %s", (expression, code) => {
  expect(codeOf("when", expression).replace(/\s+/g, " ")).toContain(code);
});

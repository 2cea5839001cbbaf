import { readNumber } from "../../../runtime/emitted/expression/numbers.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { describeType, overlaps, type as types } from "../../types/type.ts";
import type { Expression } from "../expression.ts";

interface Context {
  readonly report: Report;
}

/** Says whether an operand is a boolean, and reports it where it is not: a string is no condition. */
export function requireBoolean(operand: Expression, { report }: Context): boolean {
  if (operand.type === types.boolean) return true;
  report("condition-type", operand.span, { found: describeType(operand.type) });
  return false;
}

/** Says whether an operand can be read as a number, and reports it where it never can. */
export function requireNumber(operand: Expression, { report }: Context, advice?: string): boolean {
  const isText = operand.kind === "constant" && typeof operand.value === "string";
  const canBe = overlaps(operand.type, types.string | types.number);
  if (canBe && !(isText && readNumber(String(operand.value)) === undefined)) return true;
  const found = isText ? "a text that is no number" : describeType(operand.type);
  report("wrong-operand", operand.span, { expected: "a number", found, advice: isText ? advice : undefined });
  return false;
}

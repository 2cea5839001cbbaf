import { round as call } from "../../runtime/emitted/functions/round.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

const mostDigits = 20;

export const round = defineFunction({
  name: "round",
  summary: "The number rounded half away from zero.",
  parameters: [
    { name: "value", type: type.number, summary: "the number" },
    {
      name: "digits",
      type: type.number,
      isOptional: true,
      summary: "how many digits to keep behind the point, 0 without it; −20 to 20",
    },
  ],
  result: type.number,
  examples: [
    { expression: "round(2.5)", gives: 3 },
    { expression: "round(-2.5)", gives: -3 },
    { expression: "round(1.005, 2)", gives: 1.01 },
    { expression: "round(1250, -2)", gives: 1300 },
  ],
  checkLiteral(parameter, value) {
    const digits = Number(value);
    const isCount = parameter !== "digits" || (Number.isInteger(digits) && Math.abs(digits) <= mostDigits);
    return isCount ? undefined : `digits are a whole number from −${mostDigits} to ${mostDigits}`;
  },
  call,
});

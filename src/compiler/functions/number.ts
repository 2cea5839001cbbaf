import { numberOf as call } from "../../runtime/emitted/functions/number.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const numberOf = defineFunction({
  name: "number",
  summary:
    "The number that a text says: digits with an optional sign, fraction and exponent. Anything else is absent.",
  parameters: [{ name: "value", type: type.number, summary: "the text" }],
  result: type.number,
  examples: [
    { expression: 'number(" 12.50 ")', gives: 12.5 },
    { expression: 'number("1e3")', gives: 1000 },
    { expression: 'number(lower(".5"))', gives: null },
  ],
  call,
});

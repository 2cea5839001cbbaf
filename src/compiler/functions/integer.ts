import { integer as call } from "../../runtime/emitted/functions/integer.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const integer = defineFunction({
  name: "integer",
  summary: "The number without its fraction.",
  parameters: [{ name: "value", type: type.number, summary: "the number" }],
  result: type.number,
  examples: [
    { expression: 'integer("12.9")', gives: 12 },
    { expression: "integer(-12.9)", gives: -12 },
  ],
  call,
});

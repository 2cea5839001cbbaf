import { abs as call } from "../../runtime/emitted/functions/abs.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const abs = defineFunction({
  name: "abs",
  summary: "The number without its sign.",
  parameters: [{ name: "value", type: type.number, summary: "the number" }],
  result: type.number,
  examples: [{ expression: "abs(-5)", gives: 5 }],
  call,
});

import { smallest as call } from "../../runtime/emitted/functions/min.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const smallest = defineFunction({
  name: "min",
  summary: "The smallest of the numbers.",
  parameters: [{ name: "values", type: type.number, isRepeated: true, summary: "the numbers" }],
  result: type.number,
  examples: [{ expression: 'min(3, "12", 5)', gives: 3 }],
  call,
});

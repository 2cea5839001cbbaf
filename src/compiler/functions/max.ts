import { largest as call } from "../../runtime/emitted/functions/max.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const largest = defineFunction({
  name: "max",
  summary: "The largest of the numbers.",
  parameters: [{ name: "values", type: type.number, isRepeated: true, summary: "the numbers" }],
  result: type.number,
  examples: [{ expression: 'max(3, "12", 5)', gives: 12 }],
  call,
});

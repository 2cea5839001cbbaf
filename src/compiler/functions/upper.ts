import { upper as call } from "../../runtime/emitted/functions/upper.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const upper = defineFunction({
  name: "upper",
  summary: "The text in upper case.",
  parameters: [{ name: "text", type: type.string, summary: "the text" }],
  result: type.string,
  examples: [
    { expression: 'upper("gold")', gives: "GOLD" },
    { expression: '"été" | upper', gives: "ÉTÉ" },
  ],
  call,
});

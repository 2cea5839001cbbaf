import { lower as call } from "../../runtime/emitted/functions/lower.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const lower = defineFunction({
  name: "lower",
  summary: "The text in lower case.",
  parameters: [{ name: "text", type: type.string, summary: "the text" }],
  result: type.string,
  examples: [
    { expression: 'lower("GOLD")', gives: "gold" },
    { expression: '"ÉTÉ" | lower', gives: "été" },
  ],
  call,
});

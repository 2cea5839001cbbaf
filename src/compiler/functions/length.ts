import { length as call } from "../../runtime/emitted/functions/length.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const length = defineFunction({
  name: "length",
  summary: "How many characters (code points) a text has, or how many items a list has.",
  parameters: [{ name: "of", type: type.attribute, summary: "the text or list" }],
  result: type.number,
  examples: [
    { expression: 'length("café")', gives: 4 },
    { expression: 'length("😀")', gives: 1 },
    { expression: 'length(split("a,b,c", ","))', gives: 3 },
  ],
  call,
});

import { substring as call } from "../../runtime/emitted/functions/substring.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const substring = defineFunction({
  name: "substring",
  summary: "The characters from one position to before another, counted from 0 and clamped to the text.",
  parameters: [
    { name: "text", type: type.string, summary: "the text" },
    { name: "start", type: type.number, summary: "the first position" },
    {
      name: "end",
      type: type.number,
      isOptional: true,
      summary: "the position behind the last; without it the end of the text",
    },
  ],
  result: type.string,
  examples: [
    { expression: 'substring("loyalty", 0, 3)', gives: "loy" },
    { expression: 'substring("loyalty", 4)', gives: "lty" },
    { expression: 'substring("loyalty", -2, 99)', gives: "loyalty" },
  ],
  call,
});

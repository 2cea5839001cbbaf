import { concat as call } from "../../runtime/emitted/functions/concat.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const concat = defineFunction({
  name: "concat",
  summary: "The texts, one behind the other.",
  parameters: [
    {
      name: "texts",
      type: type.string,
      takes: type.any,
      isRepeated: true,
      summary: "what is joined; numbers and booleans as their text",
    },
  ],
  result: type.string,
  examples: [
    { expression: 'concat("Store ", 42)', gives: "Store 42" },
    { expression: 'concat("a", gender("n/a"))', gives: null },
  ],
  call,
});

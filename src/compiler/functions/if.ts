import { choose as call } from "../../runtime/emitted/functions/if.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const choose = defineFunction({
  name: "if",
  summary:
    "One value where the condition is true, another where it is false. A condition that is absent makes it absent.",
  parameters: [
    { name: "condition", type: type.boolean, summary: "the condition" },
    { name: "then", type: type.any, summary: "the value where it is true" },
    { name: "otherwise", type: type.any, summary: "the value where it is false" },
  ],
  result: ([, then = type.none, otherwise = type.none]) => then | otherwise,
  examples: [
    { expression: 'if(1 < 2, "yes", "no")', gives: "yes" },
    { expression: 'if(boolean("maybe"), "yes", "no")', gives: null },
  ],
  call,
});

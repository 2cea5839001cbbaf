import { split as call } from "../../runtime/emitted/functions/split.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const split = defineFunction({
  name: "split",
  summary: "The parts of a text between separators, as a list.",
  parameters: [
    { name: "text", type: type.string, summary: "the text" },
    {
      name: "separator",
      type: type.string,
      summary: "what stands between the parts; where it is empty, each character is a part",
    },
  ],
  result: type.list,
  examples: [{ expression: 'split("a,b", ",")', gives: ["a", "b"] }],
  call,
});

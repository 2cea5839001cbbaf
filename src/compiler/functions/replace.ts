import { replace as call } from "../../runtime/emitted/functions/replace.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const replace = defineFunction({
  name: "replace",
  summary: "The text with every occurrence of a part replaced.",
  parameters: [
    { name: "text", type: type.string, summary: "the text" },
    { name: "from", type: type.string, summary: "what is replaced; where it is empty, nothing is" },
    { name: "to", type: type.string, summary: "what stands in its place" },
  ],
  result: type.string,
  examples: [{ expression: 'replace("a-b-c", "-", "_")', gives: "a_b_c" }],
  call,
});

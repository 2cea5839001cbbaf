import { lookup as call } from "../../runtime/emitted/functions/lookup.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const lookup = defineFunction({
  name: "lookup",
  summary: "What a table has for a text, or else another text. Without that, what the table lacks is absent.",
  parameters: [
    { name: "value", type: type.string, takes: type.any, summary: "the text to look up" },
    { name: "table", type: type.table, summary: 'the table, such as `{"yes": "true"}`' },
    {
      name: "otherwise",
      type: type.string,
      takes: type.any,
      isOptional: true,
      summary: "what to take for a text that the table lacks",
    },
  ],
  result: type.string,
  examples: [
    { expression: 'lookup("yes", {"yes": "true", "no": "false"})', gives: "true" },
    { expression: 'lookup("maybe", {"yes": "true"})', gives: null },
    { expression: 'lookup("maybe", {"yes": "true"}, "unknown")', gives: "unknown" },
  ],
  call,
});

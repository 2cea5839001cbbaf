import { readBoolean as call } from "../../runtime/emitted/functions/boolean.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const boolean = defineFunction({
  name: "boolean",
  summary: "Reads true or false, yes or no, 1 or 0, ignoring case. Anything else is absent.",
  parameters: [{ name: "value", type: type.string, takes: type.any, summary: "the text" }],
  result: type.boolean,
  examples: [
    { expression: 'boolean("Yes")', gives: true },
    { expression: "boolean(0)", gives: false },
    { expression: 'boolean("on")', gives: null },
  ],
  call,
});

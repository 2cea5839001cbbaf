import { stringOf as call } from "../../runtime/emitted/functions/string.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const string = defineFunction({
  name: "string",
  summary: "The text of a value.",
  parameters: [{ name: "value", type: type.string, takes: type.any, summary: "the value" }],
  result: type.string,
  examples: [
    { expression: "string(1.50)", gives: "1.5" },
    { expression: "string(true)", gives: "true" },
  ],
  call,
});

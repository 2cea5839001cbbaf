import { trim as call } from "../../runtime/emitted/functions/trim.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const trim = defineFunction({
  name: "trim",
  summary: "The text without white space at its ends.",
  parameters: [{ name: "text", type: type.string, summary: "the text" }],
  result: type.string,
  examples: [{ expression: '"  Main St " | trim', gives: "Main St" }],
  call,
});

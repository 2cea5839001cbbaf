import { endsWith as call } from "../../runtime/emitted/functions/ends-with.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const endsWith = defineFunction({
  name: "ends_with",
  summary: "Whether a text ends with a part.",
  parameters: [
    { name: "text", type: type.string, summary: "the text" },
    { name: "part", type: type.string, summary: "the part" },
  ],
  result: type.boolean,
  examples: [
    { expression: 'ends_with("Main St", "St")', gives: true },
    { expression: 'ends_with("Main St", "main")', gives: false },
  ],
  call,
});

import { startsWith as call } from "../../runtime/emitted/functions/starts-with.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const startsWith = defineFunction({
  name: "starts_with",
  summary: "Whether a text begins with a part.",
  parameters: [
    { name: "text", type: type.string, summary: "the text" },
    { name: "part", type: type.string, summary: "the part" },
  ],
  result: type.boolean,
  examples: [
    { expression: 'starts_with("Main St", "Main")', gives: true },
    { expression: 'starts_with("Main St", "main")', gives: false },
  ],
  call,
});

import { glob as call } from "../../runtime/emitted/functions/glob.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

/** Matching takes time in the product of pattern and text, so that one of them has to stay short. */
const longestGlob = 1_000;

export const glob = defineFunction({
  name: "glob",
  summary: "Whether a glob matches the whole text, ignoring case: `*` is any run of characters, `?` one.",
  parameters: [
    { name: "text", type: type.string, summary: "the text" },
    { name: "pattern", type: type.string, isLiteral: true, summary: "the glob, at most 1,000 characters" },
  ],
  result: type.boolean,
  examples: [
    { expression: 'glob("Store 42", "store *")', gives: true },
    { expression: 'glob("Store 42", "store ?")', gives: false },
  ],
  checkLiteral(parameter, value) {
    if (parameter !== "pattern" || String(value).length <= longestGlob) return undefined;
    return `a glob has at most ${longestGlob.toLocaleString("en-US")} characters`;
  },
  call,
});

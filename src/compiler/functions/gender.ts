import { gender as call } from "../../runtime/emitted/functions/gender.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const gender = defineFunction({
  name: "gender",
  summary: "`m` or `f` for the usual spellings, as SessionM takes them. Anything else is absent.",
  parameters: [{ name: "text", type: type.string, summary: "the text" }],
  result: type.string,
  examples: [
    { expression: 'gender("Female")', gives: "f" },
    { expression: 'gender("n/a")', gives: null },
  ],
  call,
});

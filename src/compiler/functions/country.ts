import { country as call } from "../../runtime/emitted/functions/country.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const country = defineFunction({
  name: "country",
  summary:
    "The ISO 3166 alpha-3 code of a country, from its alpha-2 or alpha-3 code or an English name. Case, accents and punctuation do not matter. Anything else is absent.",
  parameters: [{ name: "text", type: type.string, summary: "the text" }],
  result: type.string,
  examples: [
    { expression: 'country("us")', gives: "USA" },
    { expression: 'country("Ivory Coast")', gives: "CIV" },
    { expression: 'country("Atlantis")', gives: null },
  ],
  call,
});

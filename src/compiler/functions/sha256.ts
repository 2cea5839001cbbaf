import { sha256 as call } from "../../runtime/emitted/functions/sha256.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const sha256 = defineFunction({
  name: "sha256",
  summary: "The SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits.",
  parameters: [{ name: "text", type: type.string, summary: "the text" }],
  result: type.string,
  examples: [
    {
      expression: 'sha256("abc")',
      gives: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    },
  ],
  call,
});

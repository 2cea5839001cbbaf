import { present as call } from "../../runtime/emitted/functions/present.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const present = defineFunction({
  name: "present",
  summary: "Whether there is a value at all.",
  parameters: [{ name: "value", type: type.any, summary: "the value" }],
  result: type.boolean,
  examples: [
    { expression: 'present("")', gives: true },
    { expression: 'present(gender("n/a"))', gives: false },
  ],
  call,
});

import { orDefault as call } from "../../runtime/emitted/functions/default.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const orDefault = defineFunction({
  name: "default",
  summary: "The value, or another one where it is absent.",
  parameters: [
    { name: "value", type: type.any, summary: "the value" },
    { name: "otherwise", type: type.any, summary: "what to take where it is absent" },
  ],
  result: ([value = type.none, otherwise = type.none]) => value | otherwise,
  examples: [
    { expression: 'gender("n/a") | default("unknown")', gives: "unknown" },
    { expression: '"gold" | default("none")', gives: "gold" },
  ],
  call,
});

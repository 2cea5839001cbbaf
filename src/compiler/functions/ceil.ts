import { ceil as call } from "../../runtime/emitted/functions/ceil.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const ceil = defineFunction({
  name: "ceil",
  summary: "The smallest integer that is not smaller.",
  parameters: [{ name: "value", type: type.number, summary: "the number" }],
  result: type.number,
  examples: [{ expression: "ceil(1.2)", gives: 2 }],
  call,
});

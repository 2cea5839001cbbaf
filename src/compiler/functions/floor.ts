import { floor as call } from "../../runtime/emitted/functions/floor.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const floor = defineFunction({
  name: "floor",
  summary: "The largest integer that is not larger.",
  parameters: [{ name: "value", type: type.number, summary: "the number" }],
  result: type.number,
  examples: [{ expression: "floor(-1.5)", gives: -2 }],
  call,
});

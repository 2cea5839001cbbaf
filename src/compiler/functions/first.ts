import { first as call } from "../../runtime/emitted/functions/first.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const first = defineFunction({
  name: "first",
  summary: "The first item of a list.",
  parameters: [{ name: "list", type: type.list, summary: "the list" }],
  result: type.string,
  examples: [{ expression: 'first(split("a,b", ","))', gives: "a" }],
  call,
});

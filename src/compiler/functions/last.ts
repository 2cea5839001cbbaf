import { last as call } from "../../runtime/emitted/functions/last.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const last = defineFunction({
  name: "last",
  summary: "The last item of a list.",
  parameters: [{ name: "list", type: type.list, summary: "the list" }],
  result: type.string,
  examples: [{ expression: 'last(split("a,b", ","))', gives: "b" }],
  call,
});

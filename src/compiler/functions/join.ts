import { join as call } from "../../runtime/emitted/functions/join.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const join = defineFunction({
  name: "join",
  summary: "The items of a list as one text.",
  parameters: [
    { name: "list", type: type.list, summary: "the list" },
    { name: "separator", type: type.string, summary: "what stands between the items" },
  ],
  result: type.string,
  examples: [{ expression: 'split("a,b", ",") | join(" + ")', gives: "a + b" }],
  call,
});

import { contains as call } from "../../runtime/emitted/functions/contains.ts";
import { type } from "../types/type.ts";
import { defineFunction } from "./definition.ts";

export const contains = defineFunction({
  name: "contains",
  summary: "Whether a text contains a part, or a list an item.",
  parameters: [
    { name: "of", type: type.attribute, summary: "the text or list" },
    { name: "part", type: type.string, summary: "the part or item" },
  ],
  result: type.boolean,
  examples: [
    { expression: 'contains("Main St", "Main")', gives: true },
    { expression: 'contains(split("a,b", ","), "a,")', gives: false },
  ],
  call,
});

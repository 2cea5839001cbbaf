import type { Json } from "../runtime/emitted/json.ts";
import { textOf } from "../runtime/emitted/text.ts";

/** Shows a value of a member, or hides it. */
export type Show = (value: Json | undefined) => string;

const longest = 80;

/** Shows values, long ones shortened. */
export const showValue: Show = (value) => {
  if (value === undefined) return "absent";
  const text =
    typeof value === "string" ? JSON.stringify(value) : value === null ? "null" : textOf(value, "json");
  const points = [...text];
  return points.length > longest ? `${points.slice(0, longest - 1).join("")}…` : text;
};

/** Hides values: says only of what kind they are. */
export const hideValue: Show = (value) => {
  if (value === undefined) return "absent";
  if (value === null) return "null";
  if (value === "") return '""';
  if (typeof value === "string") return "•••";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "boolean" ? "a boolean" : "a number";
};

/** Returns a member's id so that it can be told from others and not be read. */
export function shortId(id: string): string {
  return id.length >= 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : "•••";
}

/** Returns "eleventh" and its like. */
export function ordinal(number: number): string {
  const words = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
  ];
  const ending =
    number % 100 > 10 && number % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return words[number] ?? `${number}${ending}`;
}

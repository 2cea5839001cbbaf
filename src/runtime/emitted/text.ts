import { isList, type Json } from "./json.ts";

/** How a list becomes a string. */
export type ListForm = "comma" | "json";

/**
 * Returns a value as SessionM gets it: text as it is, integers with all digits, other numbers in JavaScript's
 * shortest form, a list joined by commas or as JSON, an object as compact JSON (`language.md` §4.14).
 */
export function textOf(value: Exclude<Json, null>, lists: ListForm = "comma"): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if (!isList(value) || lists === "json") return compactJson(value);
  return value.flatMap((item) => (item === null ? [] : [textOf(item)])).join(",");
}

/** Returns a value as JSON text without white space; integers keep all their digits. */
export function compactJson(value: Json): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isList(value)) return `[${value.map(compactJson).join(",")}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${compactJson(member)}`,
  );
  return `{${members.join(",")}}`;
}

/** Returns the text of an id: only text and numbers count, and neither `""` nor null (`language.md` §4.18). */
export function idText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : undefined;
}

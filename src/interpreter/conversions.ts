/** From one type of `language.md` §3 to another. */
import { type Type, type, type Value } from "../compiler/types/type.ts";

/** The table of `lookup`. */
export type Table = ReadonlyMap<string, string>;

/** Returns a value as one of the types that are wanted; as it is where it is of one of them. */
export function convert(value: Value | undefined, wanted: Type): Value | undefined {
  if (value === undefined || (typeOf(value) & wanted) !== 0) return value;
  if ((type.string & wanted) !== 0) return textOfValue(value);
  if ((type.list & wanted) !== 0) return [textOfValue(value) ?? ""];
  // A boolean is never made of anything else but by `boolean(x)`.
  return (type.number & wanted) !== 0 ? numberOf(value) : undefined;
}

function typeOf(value: Value): Type {
  if (typeof value === "string") return type.string;
  if (typeof value === "number") return type.number;
  return typeof value === "boolean" ? type.boolean : type.list;
}

/** The text of a value: a list's elements joined by commas. */
export function textOfValue(value: Value | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  return typeof value === "object" ? value.join(",") : String(value);
}

/** The number that a value is: text only where it is written as one. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  const text = (textOfValue(value) ?? "").trim();
  if (!/^[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/.test(text)) return undefined;
  const number = Number.parseFloat(text);
  return Number.isFinite(number) ? number : undefined;
}

/** From one type of `language.md` §3 to another; what cannot be converted is absent. */
import { readNumber } from "./numbers.ts";
import type { Maybe, Value } from "./value.ts";

/** Returns the text of a value; a list's elements are joined by commas. */
export function toText(value: Maybe<Value>): string | undefined {
  return value === undefined || typeof value === "string" ? value : String(value);
}

/** Returns the text of a value; a list as compact JSON (`language.md` §4.14, `lists: json`). */
export function toJsonText(value: Maybe<Value>): string | undefined {
  return typeof value === "object" ? JSON.stringify(value) : toText(value);
}

/** Returns a value as a number. */
export function toNumber(value: Maybe<Value>): number | undefined {
  if (typeof value === "number") return value;
  const text = toText(value);
  return text === undefined ? undefined : readNumber(text);
}

/** Returns a value as a list: of one, unless it is a list. */
export function toList(value: Maybe<Value>): readonly string[] | undefined {
  if (value === undefined || typeof value === "object") return value;
  return [String(value)];
}

/** Returns a value where text or a list is due: what is neither becomes text. */
export function toTextOrList(value: Maybe<Value>): string | readonly string[] | undefined {
  return typeof value === "object" ? value : toText(value);
}

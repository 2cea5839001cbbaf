/**
 * JSON without losing digits. `JSON.parse` rounds integers beyond 2^53, and mParticle's ids are signed 64-bit: what
 * it rounded is found in the text and becomes a bigint (`language.md` §4, "keep every digit").
 */
import { parseMarked } from "./marked-integers.ts";
import { findDigits, mostRounded, type RoundedInteger } from "./rounded-integers.ts";

/** A JSON value; an integer beyond 2^53 is a bigint. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** The deepest nesting of a batch; the batch itself is the first level. */
export const deepest = 64;

/** Returns the value of a JSON text; undefined if it is not JSON, nested too deep, or has a number beyond doubles. */
export function parseJson(text: string): Json | undefined {
  return (writesEventIdsAsNumbers(text) ? undefined : parsePlain(text)) ?? parseMarked(text);
}

/** "Absent" for a field means missing, null or `""` (`language.md` §4). */
export function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}

/** Says whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Says whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Returns an object's own value of a key that comes from outside, so that `constructor` is a name like any other. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Says whether the first event id is a number: then there is one in each event, and marking them all is faster. */
function writesEventIdsAsNumbers(text: string): boolean {
  const name = '"event_id":';
  const at = text.indexOf(name);
  return at >= 0 && /[-0-9\s]/.test(text.charAt(at + name.length));
}

/** Returns the value of a text whose digits `JSON.parse` kept, or can be found after it; undefined where it takes more. */
function parsePlain(text: string): Json | undefined {
  const value = parseText(text);
  if (typeof value !== "object" || value === null) return undefined;
  const rounded: RoundedInteger[] = [];
  if (!isPlain(value, 1, rounded)) return undefined;
  const digits = findDigits(text, rounded);
  if (digits === undefined) return undefined;
  for (const [index, { object, key }] of rounded.entries()) object[key] = BigInt(digits[index] ?? "");
  return value;
}

/** Returns what `JSON.parse` gives; undefined where it is not JSON. */
export function parseText(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing but JSON.
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Looks through a value that was just parsed, and adds the few members of objects that may have been rounded. */
function isPlain(container: readonly Json[] | JsonObject, level: number, rounded: RoundedInteger[]): boolean {
  if (level > deepest) return false;
  for (const key in container) {
    const value = (container as JsonObject)[key];
    if (typeof value === "number") {
      if (value >= -Number.MAX_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) continue;
      if (Array.isArray(container) || !Number.isFinite(value) || rounded.length === mostRounded) return false;
      rounded.push({ object: container as RoundedInteger["object"], key, value });
    } else if (typeof value === "object" && value !== null && !isPlain(value, level + 1, rounded)) {
      return false;
    }
  }
  return true;
}

/** JSON values as a batch has them. */

/** A JSON value; an integer beyond 2^53 is a bigint. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
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

/**
 * JSON without losing digits. `JSON.parse` rounds integers beyond 2^53, and mParticle's ids are signed 64-bit: what
 * it rounded is found in the text and becomes a bigint (`language.md` §4, "keep every digit").
 */
import { deepest, isList, type Json, type JsonObject, parseText } from "./json.ts";
import { parseMarked } from "./marked-integers.ts";
import { findDigits, mostRounded, type RoundedInteger } from "./rounded-integers.ts";

/** Returns the value of a JSON text; undefined if it is not JSON, nested too deep, or has a number beyond doubles. */
export function parseJson(text: string): Json | undefined {
  return (writesEventIdsAsNumbers(text) ? undefined : parsePlain(text)) ?? parseMarked(text);
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

/** Looks through a value that was just parsed, and adds the few members of objects that may have been rounded. */
function isPlain(container: readonly Json[] | JsonObject, level: number, rounded: RoundedInteger[]): boolean {
  if (level > deepest) return false;
  // Values without their keys are had much faster, and hardly any key is needed.
  const values: readonly Json[] = isList(container) ? container : Object.values(container);
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (typeof value === "number") {
      if (value >= -Number.MAX_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) continue;
      const key = isList(container) ? undefined : Object.keys(container)[index];
      if (key === undefined || !Number.isFinite(value) || rounded.length === mostRounded) return false;
      // Nobody else has what was just parsed, so that it may be changed.
      rounded.push({ object: container as RoundedInteger["object"], key, value });
    } else if (typeof value === "object" && value !== null && !isPlain(value, level + 1, rounded)) {
      return false;
    }
  }
  return true;
}

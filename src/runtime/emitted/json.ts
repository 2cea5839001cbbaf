/**
 * JSON without losing digits. `JSON.parse` rounds integers beyond 2^53, and mParticle's ids are signed 64-bit: those
 * integers are marked before parsing and become bigints after it (`language.md` §4, "keep every digit").
 */

/** A JSON value; an integer of 16 digits or more is a bigint. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** The deepest nesting of a batch; the batch itself is the first level. */
const deepest = 64;

/** An integer with more characters is no id of anybody, and reading millions of digits takes minutes. */
const longestInteger = 1000;

/** Returns the value of a JSON text; undefined if it is not JSON, nested too deep, or has a number beyond doubles. */
export function parseJson(text: string): Json | undefined {
  const mark = findMark(text);
  try {
    const value: unknown = JSON.parse(mark === undefined ? text : markIntegers(text, mark));
    if (typeof value !== "object" || value === null) return isFiniteJson(value) ? value : undefined;
    // JSON.parse gives nothing but JSON, and settle what is missing to it.
    return settle(value as MutableJson, 1, mark) ? (value as Json) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
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

function isFiniteJson(value: unknown): value is null | boolean | number | string {
  return value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY;
}

// How a long integer begins. To take all digits here would overflow the stack where there are millions of them.
const longInteger = /[:[,]\s*(-?[1-9]\d{15})/g;
const hasLongInteger = new RegExp(longInteger.source);

/** Returns a text that no string in the JSON text begins with, or undefined where there is nothing to mark. */
function findMark(text: string): string | undefined {
  if (!hasLongInteger.test(text)) return undefined;
  let escaped = "\\u0000";
  while (text.includes(escaped)) escaped += escaped;
  return "\0".repeat(escaped.length / 6);
}

/** Returns the JSON text with each long integer as a string that begins with the mark. */
function markIntegers(text: string, mark: string): string {
  const opening = JSON.stringify(mark).slice(0, -1);
  let marked = "";
  let copied = 0;
  let outside = 0;
  let quote = text.indexOf('"');
  for (const match of text.matchAll(longInteger)) {
    const beginning = match.index + match[0].length;
    const start = beginning - (match[1] ?? "").length;
    const end = endOfDigits(text, beginning);
    while (quote >= 0 && quote < start) {
      outside = endOfString(text, quote);
      quote = text.indexOf('"', outside);
    }
    if (outside > start || !isIntegerEnd(text, end)) continue;
    marked += `${text.slice(copied, start)}${opening}${text.slice(start, end)}"`;
    copied = end;
  }
  return marked + text.slice(copied);
}

function endOfDigits(text: string, offset: number): number {
  let end = offset;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end;
}

/** Says whether digits that end here are an integer: no fraction or exponent follows, and no colon as after a name. */
function isIntegerEnd(text: string, end: number): boolean {
  let next = end;
  while (/[ \t\r\n]/.test(text.charAt(next))) next++;
  return !/[:.eE]/.test(text.charAt(next));
}

/** Returns the offset behind the string that opens at `quote`; the text's length where it never closes. */
function endOfString(text: string, quote: number): number {
  let end = text.indexOf('"', quote + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, offset: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(offset - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}

interface MutableJson {
  [key: string]: unknown;
}

/** Turns marked strings into bigints, in place; false where the value is too deep or a number too large. */
function settle(container: MutableJson, level: number, mark: string | undefined): boolean {
  if (level > deepest) return false;
  for (const key in container) {
    const value = container[key];
    if (typeof value === "object") {
      // A container of JSON.parse holds nothing but JSON.
      if (value !== null && !settle(value as MutableJson, level + 1, mark)) return false;
    } else if (typeof value === "number") {
      if (!isFiniteJson(value)) return false;
    } else if (mark !== undefined && typeof value === "string" && value.startsWith(mark)) {
      const digits = value.slice(mark.length);
      if (digits.length > longestInteger) return false;
      container[key] = BigInt(digits);
    }
  }
  return true;
}

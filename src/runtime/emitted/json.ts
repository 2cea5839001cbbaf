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

// A number before a colon stands in place of a name: it stays a number, so that JSON.parse refuses it.
const longInteger = /[:[,]\s*(-?[1-9]\d{15,})(?![\d.eE]|\s*:)/g;
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
    const digits = match[1] ?? "";
    const end = match.index + match[0].length;
    const start = end - digits.length;
    while (quote >= 0 && quote < start) {
      outside = endOfString(text, quote);
      quote = text.indexOf('"', outside);
    }
    if (outside > start) continue;
    marked += `${text.slice(copied, start)}${opening}${digits}"`;
    copied = end;
  }
  return marked + text.slice(copied);
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

/** Turns marked strings into bigints, in place; false where the value is too deep or holds an infinite number. */
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
      container[key] = BigInt(value.slice(mark.length));
    }
  }
  return true;
}

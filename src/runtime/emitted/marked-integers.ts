/**
 * JSON with each long integer as a string that begins with a mark, for texts that `JSON.parse` has to read because what
 * is over a limit may be replaced later on: slow, and right for any text.
 */
import { type Json, parseText } from "./json.ts";
import { deepest, longestInteger } from "./tape/limits.ts";

/** Returns the value of a JSON text; undefined if it is not JSON, nested too deep, or has a number beyond doubles. */
export function parseMarked(text: string): Json | undefined {
  const mark = findMark(text);
  const value = parseText(markIntegers(text, mark));
  return settle({ value }, 0, mark) ? value : undefined;
}

// How a long integer begins. To take all digits here would overflow the stack where there are millions of them.
const longInteger = /[:[,]\s*(-?[1-9]\d{15})/g;

/** Returns a text that no string in the JSON text begins with. */
function findMark(text: string): string {
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
function settle(container: MutableJson, level: number, mark: string): boolean {
  if (level > deepest) return false;
  for (const key in container) {
    const value = container[key];
    if (typeof value === "object") {
      // A container of JSON.parse holds nothing but JSON.
      if (value !== null && !settle(value as MutableJson, level + 1, mark)) return false;
    } else if (typeof value === "number") {
      if (!Number.isFinite(value)) return false;
    } else if (typeof value === "string" && value.startsWith(mark)) {
      const digits = value.slice(mark.length);
      if (digits.length > longestInteger) return false;
      container[key] = BigInt(digits);
    }
  }
  return true;
}

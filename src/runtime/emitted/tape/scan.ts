/** Reads JSON onto a tape: what `JSON.parse` takes and nothing else, within the limits of a batch. */
import {
  backslash,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  firstSurrogate,
  lineFeed,
  lowerE,
  lowerF,
  lowerN,
  lowerT,
  lowerU,
  minus,
  nine,
  openBrace,
  openBracket,
  plus,
  point,
  quote,
  space,
  tab,
  upperE,
  zero,
} from "./characters.ts";
import { deepest, longestInteger } from "./limits.ts";
import { findNumber, nextHash, numberOf, unnumbered } from "./names.ts";
import {
  falseKind,
  listKind,
  longIntegerKind,
  nullKind,
  numberKind,
  objectKind,
  plainKind,
  shortNumberKind,
  stringKind,
  trueKind,
} from "./row.ts";
import { addRow, closeRow, rewind, type Tape } from "./tape.ts";

/** What is returned in place of an offset: the text is no JSON. */
const notJson = -1;
/** Something is over a limit; whether it counts depends on what comes behind it. */
const overLimit = -2;

/** Doubles keep so many digits. */
const mostDigits = 15;
const mostPlaces = 6;
/** Numbers that are no longer are within doubles unless they have an exponent. */
const longestWithin = 308;

/** Reads a text onto a tape, from its first row. */
export function scan(tape: Tape, text: string): "read" | "not JSON" | "over a limit" {
  rewind(tape, text);
  const end = readValue(tape, skipSpace(tape.units, 0), 0, unnumbered);
  if (end === overLimit) return "over a limit";
  return end >= 0 && skipSpace(tape.units, end) === text.length ? "read" : "not JSON";
}

/** Offsets go no further than the 0 behind the text, which nothing takes. */
function unitAt(units: Uint16Array, at: number): number {
  return units[at] as number;
}

function skipSpace(units: Uint16Array, offset: number): number {
  let at = offset;
  // Most often there is none, and one comparison tells.
  while (unitAt(units, at) <= space && isSpace(unitAt(units, at))) at++;
  return at;
}

function isSpace(unit: number): boolean {
  return unit === space || unit === lineFeed || unit === carriageReturn || unit === tab;
}

/** Each of these returns the offset behind what it read. */
function readValue(tape: Tape, at: number, level: number, name: number): number {
  switch (unitAt(tape.units, at)) {
    case quote:
      return readString(tape, at + 1, name);
    case openBrace:
      return readObject(tape, at, level + 1, name);
    case openBracket:
      return readList(tape, at, level + 1, name);
    case lowerT:
      return readWord(tape, at, "true", trueKind, name);
    case lowerF:
      return readWord(tape, at, "false", falseKind, name);
    case lowerN:
      return readWord(tape, at, "null", nullKind, name);
    default:
      return readNumber(tape, at, name);
  }
}

function readObject(tape: Tape, start: number, level: number, name: number): number {
  if (level > deepest) return overLimit;
  const { units } = tape;
  const node = addRow(tape, objectKind, start, start, name);
  let at = skipSpace(units, start + 1);
  if (unitAt(units, at) === closeBrace) return closeRow(tape, node, at + 1);
  at = readMember(tape, at, level);
  while (at >= 0 && unitAt(units, at) === comma) at = readMember(tape, skipSpace(units, at + 1), level);
  if (at < 0) return at;
  return unitAt(units, at) === closeBrace ? closeRow(tape, node, at + 1) : notJson;
}

/** Reads a name, a colon, a value, and the space behind it. */
function readMember(tape: Tape, start: number, level: number): number {
  const { units } = tape;
  if (unitAt(units, start) !== quote) return notJson;
  let at = start + 1;
  let hash = 0;
  let unit = unitAt(units, at);
  while (unit !== quote && unit !== backslash && unit >= space) {
    hash = nextHash(hash, unit);
    unit = unitAt(units, ++at);
  }
  let name = unit === quote ? findNumber(units, start + 1, at, hash) : unnumbered;
  if (unit !== quote) at = endOfString(units, at);
  if (at < 0) return notJson;
  if (name < 0) name = readOtherName(tape, start + 1, at);
  at = skipSpace(units, at + 1);
  if (unitAt(units, at) !== colon) return notJson;
  at = readValue(tape, skipSpace(units, at + 1), level, name);
  return at < 0 ? at : skipSpace(units, at);
}

/** A name with an escape may have a number all the same. */
function readOtherName({ text, otherNames }: Tape, start: number, end: number): number {
  // The offsets are those of a JSON string.
  const name = JSON.parse(text.slice(start - 1, end + 1)) as string;
  const number = numberOf(name);
  return number >= 0 ? number : -1 - otherNames.push(name);
}

function readList(tape: Tape, start: number, level: number, name: number): number {
  if (level > deepest) return overLimit;
  const { units } = tape;
  const node = addRow(tape, listKind, start, start, name);
  let at = skipSpace(units, start + 1);
  if (unitAt(units, at) === closeBracket) return closeRow(tape, node, at + 1);
  at = readItem(tape, at, level);
  while (at >= 0 && unitAt(units, at) === comma) at = readItem(tape, skipSpace(units, at + 1), level);
  if (at < 0) return at;
  return unitAt(units, at) === closeBracket ? closeRow(tape, node, at + 1) : notJson;
}

/** Reads a value of a list, and the space behind it. */
function readItem(tape: Tape, start: number, level: number): number {
  const at = readValue(tape, start, level, unnumbered);
  return at < 0 ? at : skipSpace(tape.units, at);
}

function readString(tape: Tape, start: number, name: number): number {
  const { units } = tape;
  let at = start;
  let unit = unitAt(units, at);
  // Not below the first surrogate if any unit is not, and hardly ever if none is.
  let all = 0;
  while (unit !== quote && unit !== backslash && unit >= space) {
    all |= unit;
    unit = unitAt(units, ++at);
  }
  const isPlain = unit === quote && all < firstSurrogate;
  if (unit !== quote) at = endOfString(units, at);
  if (at < 0) return notJson;
  addRow(tape, isPlain ? plainKind : stringKind, start, at, name);
  return at + 1;
}

/** Returns where the quote is that ends a string. */
function endOfString(units: Uint16Array, start: number): number {
  let at = start;
  for (let unit = unitAt(units, at); unit !== quote; unit = unitAt(units, at)) {
    if (unit < space) return notJson;
    const length = unit === backslash ? escapeLength(units, at + 1) : 1;
    if (length === 0) return notJson;
    at += length;
  }
  return at;
}

/** Returns the length of an escape, its backslash included; 0 where there is no such escape. */
function escapeLength(units: Uint16Array, at: number): number {
  const unit = unitAt(units, at);
  if (unit !== lowerU) return '"\\/bfnrt'.includes(String.fromCharCode(unit)) && unit > 0 ? 2 : 0;
  const digits = String.fromCharCode(...units.subarray(at + 1, at + 5));
  return /^[0-9A-Fa-f]{4}$/.test(digits) ? 6 : 0;
}

function readWord(tape: Tape, start: number, word: string, kind: number, name: number): number {
  for (let index = 1; index < word.length; index++) {
    if (unitAt(tape.units, start + index) !== word.charCodeAt(index)) return notJson;
  }
  addRow(tape, kind, start, start + word.length, name);
  return start + word.length;
}

function readNumber(tape: Tape, start: number, name: number): number {
  const { units } = tape;
  const first = unitAt(units, start) === minus ? start + 1 : start;
  const whole = skipDigits(units, first);
  if (whole === first || (unitAt(units, first) === zero && whole > first + 1)) return notJson;
  const end = endOfNumber(units, whole);
  if (end < 0) return notJson;
  const kind =
    end > whole ? kindOfFraction(units, first, whole, end) : kindOfInteger(units, start, first, whole);
  if (kind === longIntegerKind && end - start > longestInteger) return overLimit;
  if (kind === numberKind && isBeyondDoubles(tape, start, end)) return overLimit;
  addRow(tape, kind, start, end, name);
  return end;
}

function skipDigits(units: Uint16Array, offset: number): number {
  let at = offset;
  for (let unit = unitAt(units, at); unit >= zero && unit <= nine; unit = unitAt(units, at)) at++;
  return at;
}

/** Returns where the fraction and the exponent end that may be there behind an integer. */
function endOfNumber(units: Uint16Array, whole: number): number {
  let end = whole;
  if (unitAt(units, end) === point) {
    end = skipDigits(units, whole + 1);
    if (end === whole + 1) return notJson;
  }
  if (unitAt(units, end) !== lowerE && unitAt(units, end) !== upperE) return end;
  const sign = unitAt(units, end + 1);
  const digits = sign === plus || sign === minus ? end + 2 : end + 1;
  end = skipDigits(units, digits);
  return end === digits ? notJson : end;
}

function kindOfInteger(units: Uint16Array, start: number, first: number, end: number): number {
  if (end - first > mostDigits) return longIntegerKind;
  return first > start && unitAt(units, first) === zero ? numberKind : shortNumberKind;
}

/** JavaScript writes no zero at the end, and from the seventh place on an exponent where nothing is before it. */
function kindOfFraction(units: Uint16Array, first: number, whole: number, end: number): number {
  const isFraction = unitAt(units, whole) === point && skipDigits(units, whole + 1) === end;
  const isShort = end - first <= mostDigits + 1 && end - whole <= mostPlaces + 1;
  return isFraction && isShort && unitAt(units, end - 1) !== zero ? shortNumberKind : numberKind;
}

/** Only an exponent or very many digits make a number too large for a double. */
function isBeyondDoubles({ text, units }: Tape, start: number, end: number): boolean {
  let isSmall = end - start <= longestWithin;
  for (let at = start; at < end && isSmall; at++) isSmall = (unitAt(units, at) | 0x20) !== lowerE;
  return !isSmall && !Number.isFinite(Number(text.slice(start, end)));
}

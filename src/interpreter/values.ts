/** Values, names and keys, as `language.md` §4 says it. */
import type { CasingRule, NameMatching, Program } from "../compiler/check/program.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";

/** Returns the value if it is a JSON object. */
export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** Returns the value if it is a list. */
export function listOf(value: Json | undefined): readonly Json[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** "Absent" for a field means missing, null or `""`. */
export function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}

/** The text of an id: only text and numbers count. */
export function idOf(value: Json | undefined): string | undefined {
  if (typeof value === "string" && value !== "") return value;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : undefined;
}

/** Ignoring case means ASCII letters. */
export function foldCase(text: string): string {
  return [...text]
    .map((c) => (c >= "A" && c <= "Z" ? String.fromCharCode(c.charCodeAt(0) + 32) : c))
    .join("");
}

function upper(text: string): string {
  return [...text]
    .map((c) => (c >= "a" && c <= "z" ? String.fromCharCode(c.charCodeAt(0) - 32) : c))
    .join("");
}

export function isSameName(a: string, b: string, names: NameMatching): boolean {
  return names === "exact" ? a === b : foldCase(a) === foldCase(b);
}

/** §4.12: of several spellings of a name the exact one, else the first in sorted order. */
export function chooseSpelling(
  given: readonly string[],
  name: string,
  names: NameMatching,
): string | undefined {
  const spellings = given.filter((candidate) => isSameName(candidate, name, names)).sort();
  return spellings.includes(name) ? name : spellings[0];
}

/** §4.14: every value is a string. */
export function textOf(value: Json, lists: "comma" | "json"): string {
  const items = listOf(value);
  if (items !== undefined && lists === "comma") {
    return items
      .filter((item) => item !== null)
      .map((item) => textOf(item, "comma"))
      .join(",");
  }
  return typeof value === "string" ? value : jsonOf(value);
}

/** Compact JSON; integers keep their digits. */
function jsonOf(value: Json): string {
  const items = listOf(value);
  if (items !== undefined) return `[${items.map(jsonOf).join(",")}]`;
  const object = objectOf(value);
  if (object !== undefined) {
    return `{${Object.keys(object)
      .map((key) => `${JSON.stringify(key)}:${jsonOf(object[key] ?? null)}`)
      .join(",")}}`;
  }
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

/** Returns a member of a JSON object. */
export function member([key, text]: readonly [string, string]): string {
  return `${JSON.stringify(key)}:${JSON.stringify(text)}`;
}

/** §4.10: the key of a user attribute that no entry names. */
export function newUserKey(name: string, { casing, defined }: Program): string {
  let key = "";
  for (const point of name) {
    const isPlain = /^[A-Za-z0-9]$/.test(point);
    if (isPlain || key !== "") key += isPlain ? point : "_";
  }
  if (key === "") return "";
  const rule = casing.rules.find((candidate) => matches(candidate, key));
  if (rule !== undefined) return rule.to;
  if (casing.userAttributes !== "as_defined") return inStyle(key, casing.userAttributes);
  const known = (defined.attributes?.items ?? []).map((item) => item.text);
  return known.includes(key) ? key : (known.find((one) => foldCase(one) === foldCase(key)) ?? key);
}

/** A glob without backtracking: the parts between its stars come one after the other, each as early as it can. */
function matches({ match }: CasingRule, key: string): boolean {
  const text = [...foldCase(key)];
  const parts = foldCase(match)
    .split("*")
    .map((part) => [...part]);
  const fits = (part: readonly string[], at: number) =>
    part.every((c, index) => c === "?" || c === text[at + index]);
  const [first = [], ...others] = parts;
  const last = others.pop();
  if (last === undefined) return text.length === first.length && fits(first, 0);
  if (!fits(first, 0)) return false;
  let at = first.length;
  for (const part of others) {
    while (at + part.length <= text.length && !fits(part, at)) at++;
    // Where the part is nowhere, this is behind the end.
    at += part.length;
  }
  const end = text.length - last.length;
  return end >= at && fits(last, end);
}

/** §4.10 (d). */
export function inStyle(key: string, style: string): string {
  if (style === "lower_case") return foldCase(key);
  if (style === "upper_case") return upper(key);
  if (style === "preserve") return key;
  const words = wordsOf(key);
  const capitals = words.map((word) => {
    const [first = "", ...rest] = [...word];
    return upper(first) + foldCase(rest.join(""));
  });
  if (style === "snake_case") return words.map(foldCase).join("_");
  if (style === "pascal_case") return capitals.join("");
  return [foldCase(words[0] ?? ""), ...capitals.slice(1)].join("");
}

function wordsOf(key: string): readonly string[] {
  const words = [""];
  const isCapital = (c: string | undefined) => c !== undefined && c >= "A" && c <= "Z" && c.length === 1;
  const isSmall = (c: string | undefined) => c !== undefined && c >= "a" && c <= "z" && c.length === 1;
  const isDigit = (c: string | undefined) => c !== undefined && c >= "0" && c <= "9" && c.length === 1;
  const points = [...key];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const startsWord =
      isCapital(point) &&
      (isSmall(before) || isDigit(before) || (isCapital(before) && isSmall(points[index + 1])));
    if (point === "_" || startsWord) words.push("");
    if (point !== "_") words[words.length - 1] += point;
  }
  return words.filter((word) => word !== "");
}

import { asciiLower, asciiUpper } from "./ascii.ts";

/**
 * Returns a user attribute's name as mParticle normalises it for SessionM: each code point that is not an ASCII
 * letter or digit becomes one `_`, then leading `_` are removed (`language.md` §4.10 a and b).
 */
export function normaliseKey(name: string): string {
  return name.replace(/[^A-Za-z0-9]/gu, "_").replace(/^_+/, "");
}

/** A casing style (`language.md` §4.10 d). */
export type Style = "preserve" | "snake_case" | "camel_case" | "pascal_case" | "lower_case" | "upper_case";

/** Returns a key in a style. A style that works on words drops empty ones, so the result may be empty. */
export function styleKey(key: string, style: Style): string {
  switch (style) {
    case "preserve":
      return key;
    case "lower_case":
      return asciiLower(key);
    case "upper_case":
      return asciiUpper(key);
    case "snake_case":
      return wordsOf(key).map(asciiLower).join("_");
    case "camel_case":
      return wordsOf(key)
        .map((word, index) => (index === 0 ? asciiLower(word) : capitalise(word)))
        .join("");
    case "pascal_case":
      return wordsOf(key).map(capitalise).join("");
  }
}

/**
 * Splits a key at `_`, between a lower-case letter or digit and an upper-case letter, and before the last capital
 * of a run that a lower-case letter follows: `HTTPServer2Go` is `HTTP`, `Server2`, `Go`.
 */
function wordsOf(key: string): readonly string[] {
  return key
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1_")
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1_")
    .split("_")
    .filter((word) => word !== "");
}

function capitalise(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return asciiUpper(first) + asciiLower(word.slice(first.length));
}

import { asciiLower } from "../ascii.ts";

const spellings: ReadonlyMap<string, "m" | "f"> = /* @__PURE__ */ new Map([
  ["m", "m"],
  ["male", "m"],
  ["man", "m"],
  ["boy", "m"],
  ["f", "f"],
  ["female", "f"],
  ["woman", "f"],
  ["girl", "f"],
]);

/** Returns `m` or `f` for the usual English spellings, trimmed and ignoring case; anything else is absent. */
export function gender(text: string | undefined): string | undefined {
  return text === undefined ? undefined : spellings.get(asciiLower(text.trim()));
}

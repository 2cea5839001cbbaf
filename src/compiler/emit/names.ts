import { type Identifier, identifier } from "./code.ts";

/** Words that JavaScript or TypeScript keep for themselves in a module. */
const reservedWords = [
  ..."break case catch class const continue debugger default delete do else enum export extends false".split(
    " ",
  ),
  ..."finally for function if import in instanceof new null return super switch this throw true try".split(
    " ",
  ),
  ..."typeof var void while with yield let static implements interface package private protected public".split(
    " ",
  ),
  ..."await async arguments eval undefined NaN Infinity globalThis Object Map Set Symbol".split(" "),
];

/** Names the emitted module uses itself. */
const ownNames = "batch context custom event forward given identifiers name key out profile to user".split(
  " ",
);

/** Gives each thing of a module a name of its own. */
export interface NameAllocator {
  /** Returns a name made from the user's text, such as `sendPurchases` or `sendPurchases2`. */
  allocate(text: string, fallback: string, suffix?: string): Identifier;
}

/** Returns an allocator; `taken` are names that are in use already. */
export function createNames(taken: Iterable<string>): NameAllocator {
  const used = new Set([...reservedWords, ...ownNames, ...taken]);
  return {
    allocate(text, fallback, suffix = "") {
      const base = (camelCase(text) || camelCase(fallback) || "entry") + suffix;
      let name = base;
      for (let count = 2; used.has(name); count++) name = `${base}${count}`;
      used.add(name);
      return identifier(name);
    },
  };
}

/** Returns the words of a text in camel case, ASCII only, at most 60 characters, a letter first. */
function camelCase(text: string): string {
  const words = text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const joined = words
    .map((word, index) => {
      const lower = word.toLowerCase();
      return index === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join("")
    .slice(0, 60);
  return /^\d/.test(joined) ? `n${joined}` : joined;
}

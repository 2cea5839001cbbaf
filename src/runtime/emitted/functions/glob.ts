import { matchesGlob } from "../glob.ts";

/** Says whether a glob matches the whole text, ignoring case in ASCII letters. */
export function glob(text: string | undefined, pattern: string | undefined): boolean | undefined {
  return text === undefined || pattern === undefined ? undefined : matchesGlob(pattern, text);
}

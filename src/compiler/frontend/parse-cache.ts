import type { SourceFile } from "../source/source-file.ts";
import { type Parsed, parse } from "./parse.ts";

/** Returns a `parse` that keeps what it made: a file that several waybills include is read and parsed once. */
export function createParseCache(): (file: SourceFile) => Parsed {
  const made = new Map<string, Parsed>();
  return (file) => {
    const key = `${file.path}\0${file.text}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const parsed = parse(file);
    made.set(key, parsed);
    return parsed;
  };
}

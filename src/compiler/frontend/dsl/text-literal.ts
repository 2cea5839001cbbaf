import type { IToken } from "chevrotain";
import type { Place } from "./place.ts";

/** Returns what a text in double quotes holds; an escape that JSON does not have is reported. */
export function textOfLiteral({ image, startOffset }: IToken, place: Place): string {
  // One that is not closed has its diagnostic.
  const inside = image.slice(1, image.endsWith('"') ? -1 : undefined);
  if (!inside.includes("\\")) return inside;
  return inside.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (written, code: string | undefined, letter, at) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const meant = escapes[String(letter)];
    if (meant !== undefined) return meant;
    const start = startOffset + 1 + Number(at);
    place.report("text-escape", place.spanOf(start, start + written.length), { escape: written });
    return written;
  });
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

import type { IToken } from "chevrotain";
import type { Place } from "./place.ts";
import { Text } from "./tokens.ts";

/** Reports what the lexer lets pass for the sake of a better message: what is not closed, and what begins nothing. */
export function reportUnreadable(
  tokens: readonly IToken[],
  unknown: readonly IToken[],
  { report, spanOf }: Place,
): void {
  for (const { tokenType, image, startOffset } of tokens) {
    if (tokenType !== Text || closed.test(image)) continue;
    report("unclosed-text", spanOf(startOffset, startOffset + 1), {});
  }
  for (const { image, startOffset } of unknown) {
    const advice = /\p{L}/u.test(image) ? "Put the whole name in double quotes" : advices[image];
    report("unknown-character", spanOf(startOffset, startOffset + image.length), { text: image, advice });
  }
}

const closed = /^"[^"\\]*(?:\\.[^"\\]*)*"$/;

const advices: Readonly<Record<string, string>> = {
  "'": "Use double quotes",
  "=": "Compare with `==`",
  "=>": "Rename with `->`",
  "&": "Join conditions with `and`",
  "&&": "Join conditions with `and`",
  "!": "Use `not`, or `!=`",
};

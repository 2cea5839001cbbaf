/**
 * Takes: the tokens of a file that the parser could not read whole. Reports every mistake that stands on its own.
 * Guarantees: what only follows from another mistake is not reported. Of each section the first mistake of the parser
 * is sure; then its line is left out and the rest is read again, until nothing is wrong.
 */
import type { IRecognitionException, IToken } from "chevrotain";
import type { SourceFile } from "../../source/source-file.ts";
import { closeBlocks } from "./close-blocks.ts";
import { reportMistakes } from "./mistakes.ts";
import { sharedParser } from "./parser.ts";
import type { Place } from "./place.ts";
import { isSectionWord, LineBreak } from "./tokens.ts";
import { withoutBrokenLines } from "./without-broken-lines.ts";

/**
 * Reports the mistakes; `errors` are the parser's own, of all tokens. A token is in a broken line as soon as something
 * has been reported there.
 */
export function reportFileMistakes(
  tokens: readonly IToken[],
  errors: readonly IRecognitionException[],
  file: SourceFile,
  isBroken: (token: IToken) => boolean,
  place: Place,
): void {
  let rest = withoutBrokenLines(closeBlocks(tokens, file, place), isBroken);
  let found = rest === tokens ? errors : errorsIn(rest);
  while (found.length > 0) {
    reportMistakes(firstOfSections(found, rest), rest, "file", place);
    const left = withoutBrokenLines(rest, isBroken);
    if (left === rest) return;
    rest = left;
    found = errorsIn(rest);
  }
}

function errorsIn(tokens: readonly IToken[]): readonly IRecognitionException[] {
  const parser = sharedParser();
  parser.input = [...tokens];
  parser.file();
  return parser.errors;
}

/** Returns the first error of each section. */
function firstOfSections(
  errors: readonly IRecognitionException[],
  tokens: readonly IToken[],
): readonly IRecognitionException[] {
  const starts = tokens
    .filter((token, index) => tokens[index - 1]?.tokenType === LineBreak && isSectionWord(token))
    .map(({ startOffset }) => startOffset);
  const firsts = new Map<number, IRecognitionException>();
  for (const error of errors) {
    // The end of the file has no offset, and is behind every section.
    const section = starts.findLastIndex((start) => !(start > error.token.startOffset));
    if (!firsts.has(section)) firsts.set(section, error);
  }
  return [...firsts.values()];
}

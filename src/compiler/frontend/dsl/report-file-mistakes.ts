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

/** Reports the mistakes; a token is in a broken line as soon as something has been reported there. */
export function reportFileMistakes(
  tokens: readonly IToken[],
  file: SourceFile,
  isBroken: (token: IToken) => boolean,
  place: Place,
): void {
  let rest = withoutBrokenLines(closeBlocks(tokens, file, place), isBroken);
  for (let length = Number.POSITIVE_INFINITY; rest.length < length; ) {
    length = rest.length;
    const parser = sharedParser();
    parser.input = [...rest];
    parser.file();
    reportMistakes(firstOfSections(parser.errors, rest), rest, "file", place);
    rest = withoutBrokenLines(rest, isBroken);
  }
}

/** Returns the first error of each section. */
function firstOfSections(
  errors: readonly IRecognitionException[],
  tokens: readonly IToken[],
): readonly IRecognitionException[] {
  const starts = tokens
    .filter((token, index) => tokens[index - 1]?.tokenType === LineBreak && isSectionWord(token))
    .map(({ startOffset }) => startOffset);
  const sectionOf = ({ token }: IRecognitionException) => {
    return starts.findLastIndex((start) => !(start > token.startOffset));
  };
  const seen = new Set<number>();
  return errors.filter((error) => !seen.has(sectionOf(error)) && seen.add(sectionOf(error)));
}

/**
 * Takes: the tokens of a file that has mistakes. Gives: the same with the braces that were forgotten.
 * Guarantees: nothing is added where as many blocks are closed as opened. Which block was left open is told by the
 * indentation: a brace closes the block whose line is indented like its own, and a section ends the blocks that begin
 * no further out than itself.
 */
import { createTokenInstance, type IToken } from "chevrotain";
import { lineText, positionAt, type SourceFile } from "../../source/source-file.ts";
import type { Place } from "./place.ts";
import { isSectionWord, LineBreak, sign } from "./tokens.ts";

/** A brace that opens a block, and the token before which the block should have been closed. */
interface Unclosed {
  readonly brace: IToken;
  /** Undefined for the end of the file. */
  readonly before: IToken | undefined;
}

/** Returns the tokens with every block closed; the blocks that were not are reported. */
export function closeBlocks(tokens: readonly IToken[], file: SourceFile, place: Place): readonly IToken[] {
  if (!hasOpenBlock(tokens)) return tokens;
  const unclosed = findUnclosed(tokens, file);
  for (const block of unclosed) reportUnclosed(block, place);
  return withBraces(tokens, unclosed);
}

function hasOpenBlock(tokens: readonly IToken[]): boolean {
  const opening = tokens.filter(({ tokenType }) => tokenType === sign.OpenBrace);
  const closing = tokens.filter(({ tokenType }) => tokenType === sign.CloseBrace);
  return opening.length > closing.length;
}

function findUnclosed(tokens: readonly IToken[], file: SourceFile): readonly Unclosed[] {
  const indentationOf = ({ startOffset }: IToken) => {
    return lineText(file, positionAt(file, startOffset).line).search(/\S/);
  };
  const unclosed: Unclosed[] = [];
  const open: { readonly brace: IToken; readonly indentation: number }[] = [];
  const leave = (count: number, before: IToken | undefined) => {
    const left = open.splice(open.length - count).reverse();
    unclosed.push(...left.map(({ brace }) => ({ brace, before })));
  };
  for (const [index, token] of tokens.entries()) {
    const isFirst = index === 0 || tokens[index - 1]?.tokenType === LineBreak;
    if (token.tokenType === sign.OpenBrace) open.push({ brace: token, indentation: indentationOf(token) });
    else if (isFirst && isSectionWord(token)) {
      const indentation = indentationOf(token);
      const outer = open.findIndex((block) => block.indentation >= indentation);
      if (outer >= 0) leave(open.length - outer, token);
    } else if (token.tokenType === sign.CloseBrace) {
      const indentation = indentationOf(token);
      const partner = isFirst ? open.findLastIndex((block) => block.indentation === indentation) : -1;
      if (partner >= 0) leave(open.length - 1 - partner, token);
      open.pop();
    }
  }
  leave(open.length, undefined);
  return unclosed;
}

function reportUnclosed({ brace, before }: Unclosed, { report, spanOf }: Place): void {
  const spanOfToken = ({ startOffset, image }: IToken) => spanOf(startOffset, startOffset + image.length);
  const labels = before && [{ span: spanOfToken(before), text: "a brace is missing before this" }];
  report("unclosed-block", spanOfToken(brace), {}, labels);
}

/** A brace is put at the end of the line before. */
function withBraces(tokens: readonly IToken[], unclosed: readonly Unclosed[]): readonly IToken[] {
  const kept: IToken[] = [];
  for (const token of [...tokens, undefined]) {
    const braces = unclosed.filter(({ before }) => before === token).map(({ brace }) => closingBrace(brace));
    const end = kept.at(-1)?.tokenType === LineBreak ? kept.length - 1 : kept.length;
    kept.splice(end, 0, ...braces);
    if (token !== undefined) kept.push(token);
  }
  return kept;
}

/** What is not in the text has its place where its block begins: the mistake is there. */
function closingBrace({ startOffset, endOffset = startOffset }: IToken): IToken {
  const none = Number.NaN;
  return createTokenInstance(sign.CloseBrace, "}", startOffset, endOffset, none, none, none, none);
}

/**
 * Takes: text of the DSL, or of one expression. Gives: its tokens and comments.
 * Guarantees: no limit is passed, so what walks the tokens and trees made of them takes neither long nor too much
 * stack; line breaks stand only where a statement may end; what is no token is reported and left out.
 */
import { type IToken, Lexer, type TokenType } from "chevrotain";
import { limits } from "../limits.ts";
import { findExcess } from "./find-excess.ts";
import type { Place } from "./place.ts";
import { reportUnreadable } from "./report-unreadable.ts";
import { allTokens, NumberLiteral, Text, Word } from "./tokens.ts";
import { withoutInnerBreaks } from "./without-inner-breaks.ts";

export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

/** Returns the tokens of a file; undefined where a limit was passed. */
export function lexFile(text: string, place: Place): Lexed | undefined {
  return lex(text, place, false);
}

/** Returns the tokens of an expression, in which line breaks mean nothing; undefined where a limit was passed. */
export function lexExpression(text: string, place: Place): Lexed | undefined {
  return lex(text, place, true);
}

let lexer: Lexer | undefined;

function lex(text: string, place: Place, isExpression: boolean): Lexed | undefined {
  const excess = findExcess(text, limits.tokens);
  if (excess !== undefined) return tooComplex(excess, limits.tokens, "tokens", place);
  // Made once, when it is first needed: building it takes longer than most files.
  lexer ??= new Lexer([...allTokens], { positionTracking: "onlyOffset", skipValidations: true });
  const { tokens, groups } = lexer.tokenize(text);
  const value = nthValue(tokens, limits.nodes);
  if (value !== undefined) return tooComplex(value.startOffset, limits.nodes, "values", place);
  reportUnreadable(tokens, groups["unknown"] ?? [], place);
  const kept = withoutInnerBreaks(tokens, isExpression, place);
  return kept && { tokens: kept, comments: groups["comments"] ?? [] };
}

function tooComplex(offset: number, limit: number, unit: string, { report, spanOf }: Place): undefined {
  report("file-too-complex", spanOf(offset, offset + 1), { limit: limit.toLocaleString("en-US"), unit });
}

function nthValue(tokens: readonly IToken[], n: number): IToken | undefined {
  let count = 0;
  return tokens.find(({ tokenType }) => isValue(tokenType) && count++ === n);
}

function isValue(tokenType: TokenType): boolean {
  return tokenType === Text || tokenType === NumberLiteral || tokenType.CATEGORIES?.includes(Word) === true;
}

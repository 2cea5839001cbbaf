/**
 * Takes: text of the DSL, or of one expression. Gives: its tokens and comments.
 * Guarantees: brackets nest within the limit and line breaks stand only where a statement may end; what is no token
 * is reported and left out.
 */
import { type IToken, Lexer, type TokenType } from "chevrotain";
import { limits } from "../limits.ts";
import type { Place } from "./place.ts";
import { allTokens, LineBreak, NumberLiteral, sign, Text, Word } from "./tokens.ts";

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
  // Made once, when it is first needed: building it takes longer than most files.
  lexer ??= new Lexer([...allTokens], { positionTracking: "onlyOffset", skipValidations: true });
  const { tokens, groups, errors } = lexer.tokenize(text);
  for (const { offset, length } of errors) reportCharacters(text, offset, length, place);
  if (isTooComplex(tokens, place)) return undefined;
  const kept = withoutInnerBreaks(tokens, isExpression, place);
  return kept && { tokens: kept, comments: groups["comments"] ?? [] };
}

const advices: Readonly<Record<string, string>> = {
  "'": "Use double quotes",
  "=": "Compare with `==`",
  "&": "Join conditions with `and`",
  "!": "Use `not`, or `!=`",
};

/** Says whether there are more tokens or values than a file may hold, and reports the first too many. */
function isTooComplex(tokens: readonly IToken[], { report, spanOf }: Place): boolean {
  const values = tokens.filter(({ tokenType }) => isValue(tokenType));
  const units = [
    { found: tokens, limit: limits.tokens, unit: "tokens" },
    { found: values, limit: limits.nodes, unit: "values" },
  ];
  for (const { found, limit, unit } of units) {
    const first = found[limit];
    if (first === undefined) continue;
    const span = spanOf(first.startOffset, first.startOffset + 1);
    report("file-too-complex", span, { limit: limit.toLocaleString("en-US"), unit });
    return true;
  }
  return false;
}

function isValue(tokenType: TokenType): boolean {
  return tokenType === Text || tokenType === NumberLiteral || tokenType.CATEGORIES?.includes(Word) === true;
}

function reportCharacters(text: string, offset: number, length: number, { report, spanOf }: Place): void {
  const first = text.charAt(offset);
  if (first === '"') return report("unclosed-text", spanOf(offset, offset + 1), {});
  const advice = text.startsWith("=>", offset) ? "Rename with `->`" : advices[first];
  report("unknown-character", spanOf(offset, offset + length), {
    text: text.slice(offset, offset + length),
    advice,
  });
}

/**
 * Leaves out line breaks inside parentheses and brackets, and behind a comma. A brace opens a block of statements,
 * except inside parentheses: there it opens a table.
 */
function withoutInnerBreaks(
  tokens: readonly IToken[],
  isExpression: boolean,
  place: Place,
): readonly IToken[] | undefined {
  const kept: IToken[] = [];
  const open: boolean[] = [isExpression];
  for (const token of tokens) {
    const isInside = open.at(-1) ?? isExpression;
    const { tokenType, startOffset, image } = token;
    if (tokenType === LineBreak && (isInside || kept.at(-1)?.tokenType === sign.Comma)) continue;
    // The lexer keeps only where a token begins; the parser works out the places of its nodes from the ends.
    token.endOffset = startOffset + image.length - 1;
    kept.push(token);
    if (tokenType === sign.OpenParenthesis || tokenType === sign.OpenBracket) open.push(true);
    else if (tokenType === sign.OpenBrace) open.push(isInside);
    else if (isClosing(token) && open.length > 1) open.pop();
    if (open.length - 1 > limits.depth) {
      place.report("nesting-too-deep", place.spanOf(startOffset, startOffset + 1), { limit: limits.depth });
      return undefined;
    }
  }
  return kept;
}

function isClosing({ tokenType }: IToken): boolean {
  return (
    tokenType === sign.CloseParenthesis || tokenType === sign.CloseBracket || tokenType === sign.CloseBrace
  );
}

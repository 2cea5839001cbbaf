/**
 * Takes: text of the DSL, or of one expression. Gives: its tokens and comments.
 * Guarantees: brackets nest within the limit and line breaks stand only where a statement may end; what is no token
 * is reported and left out.
 */
import { type IToken, Lexer } from "chevrotain";
import { limits } from "../limits.ts";
import type { Place } from "./place.ts";
import { allTokens, continuing, LineBreak, sign } from "./tokens.ts";

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
  if (tokens.length > limits.tokens) {
    const limit = limits.tokens.toLocaleString("en-US");
    place.report("file-too-complex", place.spanOf(0, 1), { limit, unit: "words and signs" });
    return undefined;
  }
  const kept = withoutInnerBreaks(tokens, isExpression, place);
  return kept && { tokens: kept, comments: groups["comments"] ?? [] };
}

function reportCharacters(text: string, offset: number, length: number, { report, spanOf }: Place): void {
  const first = text.charAt(offset);
  if (first === '"') return report("unclosed-text", spanOf(offset, offset + 1), {});
  const advice = first === "'" ? "Use double quotes" : first === "=" ? "Compare with `==`" : undefined;
  report("unknown-character", spanOf(offset, offset + length), {
    text: text.slice(offset, offset + length),
    advice,
  });
}

/**
 * Leaves out line breaks inside parentheses and brackets, and behind a sign that needs more. A brace opens a block of
 * statements, except inside parentheses: there it opens a table.
 */
function withoutInnerBreaks(
  tokens: readonly IToken[],
  isExpression: boolean,
  { report, spanOf }: Place,
): readonly IToken[] | undefined {
  const kept: IToken[] = [];
  const open: boolean[] = [isExpression];
  for (const token of tokens) {
    const isInside = open.at(-1) ?? isExpression;
    const { tokenType } = token;
    const before = kept.at(-1)?.tokenType;
    if (tokenType === LineBreak && (isInside || (before !== undefined && continuing.has(before)))) continue;
    kept.push(token);
    if (tokenType === sign.OpenParenthesis || tokenType === sign.OpenBracket) open.push(true);
    else if (tokenType === sign.OpenBrace) open.push(isInside);
    else if (isClosing(token) && open.length > 1) open.pop();
    if (open.length - 1 > limits.depth) {
      report("nesting-too-deep", spanOf(token.startOffset, token.startOffset + 1), { limit: limits.depth });
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

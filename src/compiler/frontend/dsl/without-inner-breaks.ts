import type { IToken, TokenType } from "chevrotain";
import { limits } from "../limits.ts";
import type { Place } from "./place.ts";
import { LineBreak, sign } from "./tokens.ts";

/**
 * Leaves out line breaks inside parentheses and brackets, and behind a comma. A brace opens a block of statements,
 * except inside parentheses: there it opens a table. Undefined where brackets nest too deep.
 */
export function withoutInnerBreaks(
  tokens: readonly IToken[],
  isExpression: boolean,
  place: Place,
): readonly IToken[] | undefined {
  const kept: IToken[] = [];
  const open: Open[] = [{ isInside: isExpression, isBrace: false }];
  for (const token of tokens) {
    const { isInside } = open.at(-1) ?? { isInside: isExpression };
    const { tokenType, startOffset, image } = token;
    if (tokenType === LineBreak && (isInside || kept.at(-1)?.tokenType === sign.Comma)) continue;
    // The lexer keeps only where a token begins; the parser works out the places of its nodes from the ends.
    token.endOffset = startOffset + image.length - 1;
    kept.push(token);
    if (tokenType === sign.OpenParenthesis || tokenType === sign.OpenBracket) {
      open.push({ isInside: true, isBrace: false });
    } else if (tokenType === sign.OpenBrace) open.push({ isInside, isBrace: true });
    else if (tokenType === sign.CloseBrace) closeBrace(open);
    else if (closing.has(tokenType) && open.length > 1) open.pop();
    if (open.length - 1 > limits.depth) {
      place.report("nesting-too-deep", place.spanOf(startOffset, startOffset + 1), { limit: limits.depth });
      return undefined;
    }
  }
  return kept;
}

const closing: ReadonlySet<TokenType> = new Set([sign.CloseParenthesis, sign.CloseBracket]);

/** What is open at a token. */
interface Open {
  readonly isInside: boolean;
  readonly isBrace: boolean;
}

/** Closes the innermost brace, and what was left open inside of it: else one forgotten sign would join all lines. */
function closeBrace(open: Open[]): void {
  const brace = open.findLastIndex(({ isBrace }) => isBrace);
  if (brace > 0) open.length = brace;
}

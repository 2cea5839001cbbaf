import type { IToken } from "chevrotain";
import { LineBreak, sign } from "./tokens.ts";

/**
 * Leaves out the lines in which something is broken, each with the block that it begins, so that what stands behind
 * them is read as if they were not there. A line that closes a block still does. Where nothing is broken the tokens are
 * the very same.
 */
export function withoutBrokenLines(
  tokens: readonly IToken[],
  isBroken: (token: IToken) => boolean,
): readonly IToken[] {
  const kept: IToken[] = [];
  let depth = 0;
  for (const line of linesOf(tokens)) {
    const isLeftOut = depth === 0 && line.some(isBroken);
    for (const token of line) {
      const isInBlock = depth > 0;
      if (isInBlock || isLeftOut) depth += stepOf(token);
      if (depth < 0) {
        kept.push(token);
        depth = 0;
      } else if (!isInBlock && (!isLeftOut || token.tokenType === LineBreak)) kept.push(token);
    }
  }
  return kept.length === tokens.length ? tokens : kept;
}

function stepOf({ tokenType }: IToken): number {
  if (tokenType === sign.OpenBrace) return 1;
  return tokenType === sign.CloseBrace ? -1 : 0;
}

/** Returns the lines of tokens, each with its end. */
function linesOf(tokens: readonly IToken[]): readonly (readonly IToken[])[] {
  const lines: IToken[][] = [[]];
  for (const token of tokens) {
    lines.at(-1)?.push(token);
    if (token.tokenType === LineBreak) lines.push([]);
  }
  return lines;
}

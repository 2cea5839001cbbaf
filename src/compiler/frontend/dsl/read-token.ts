import type { IToken } from "chevrotain";

/** Says whether a token is there and stands in the text: recovery makes up tokens that do not. */
export function isRead(token: IToken | undefined): token is IToken {
  return token !== undefined && !Number.isNaN(token.startOffset) && token.isInsertedInRecovery !== true;
}

/** Texts, comments and references whole, then white space, words, signs of two characters, and any other character. */
const piece =
  /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*"?|#[^\n\r]*|\$\{[^}\n\r]*|\s+|[A-Za-z0-9_$]+|->|[=!<>]=|\?\?|[\u0080-\uffff]+|[\s\S]/y;

/**
 * Returns where a text has more than so many tokens, comments and white space included; undefined where it has not.
 * It counts at most as many as the lexer makes and stops there, which the lexer cannot.
 */
export function findExcess(text: string, limit: number): number | undefined {
  if (text.length <= limit) return undefined;
  piece.lastIndex = 0;
  for (let count = 0; piece.lastIndex < text.length; count++) {
    if (count === limit) return piece.lastIndex;
    piece.test(text);
  }
  return undefined;
}

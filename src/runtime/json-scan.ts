/** Looking for things in JSON text without reading it: bytes are compared, and nothing is made of them. */

export const quote = 0x22;
const backslash = 0x5c;

/** Whether a byte is `[` or `{`: 0x5b and 0x7b, the bit between them does not count. */
export function isOpening(byte: number): boolean {
  return (byte | 0x20) === 0x7b;
}

/** Whether a byte is `]` or `}`. */
export function isClosing(byte: number): boolean {
  return (byte | 0x20) === 0x7d;
}

/** The index of the quote that ends the string which begins at `from`, or the end of the text. */
export function endOfString(text: Uint8Array, from: number): number {
  let at = text.indexOf(quote, from + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf(quote, at + 1);
  return at === -1 ? text.length : at;
}

function isEscaped(text: Uint8Array, at: number): boolean {
  let before = at - 1;
  while (text[before] === backslash) before--;
  return (at - before) % 2 === 0;
}

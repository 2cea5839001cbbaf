const quote = 0x22;
const backslash = 0x5c;

/** Whether brackets in JSON text are nested deeper than the limit. It reads bytes one by one: no depth is too deep. */
export function isNestedDeeper(text: Uint8Array, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at];
    if (byte === quote) at = endOfString(text, at);
    // `[` and `{` are 0x5b and 0x7b, `]` and `}` two more: the bit between them does not count.
    else if (byte !== undefined && (byte | 0x20) === 0x7b && ++depth > limit) return true;
    else if (byte !== undefined && (byte | 0x20) === 0x7d) depth--;
  }
  return false;
}

/** The index of the quote that ends the string which begins at `from`, or the end of the text. */
function endOfString(text: Uint8Array, from: number): number {
  let at = text.indexOf(quote, from + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf(quote, at + 1);
  return at === -1 ? text.length : at;
}

function isEscaped(text: Uint8Array, at: number): boolean {
  let before = at - 1;
  while (text[before] === backslash) before--;
  return (at - before) % 2 === 0;
}

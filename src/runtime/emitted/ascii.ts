/** Case in ASCII letters only: what "ignoring case" means (`language.md` §4). The same everywhere, in any locale. */

/** Returns the text with A–Z as a–z and everything else as it is. */
export function asciiLower(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Returns the text with a–z as A–Z and everything else as it is. */
export function asciiUpper(text: string): string {
  if (isAscii(text)) return text.toUpperCase();
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** Returns the text in upper case, beyond ASCII too. */
export function upper(text: string | undefined): string | undefined {
  return text?.toUpperCase();
}

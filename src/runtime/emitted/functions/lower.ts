/** Returns the text in lower case, beyond ASCII too. */
export function lower(text: string | undefined): string | undefined {
  return text?.toLowerCase();
}

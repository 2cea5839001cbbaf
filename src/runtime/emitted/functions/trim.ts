/** Returns the text without white space around it. */
export function trim(text: string | undefined): string | undefined {
  return text?.trim();
}

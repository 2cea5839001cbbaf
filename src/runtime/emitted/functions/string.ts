/** Returns the text of a value, which was made before. */
export function stringOf(text: string | undefined): string | undefined {
  return text;
}

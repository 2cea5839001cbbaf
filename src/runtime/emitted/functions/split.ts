/** Returns the parts of a text between separators; an empty separator gives each code point. */
export function split(
  text: string | undefined,
  separator: string | undefined,
): readonly string[] | undefined {
  if (text === undefined || separator === undefined) return undefined;
  return separator === "" ? [...text] : text.split(separator);
}

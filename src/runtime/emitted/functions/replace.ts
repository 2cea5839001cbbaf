/** Returns the text with every `from` replaced; an empty `from` replaces nothing. */
export function replace(
  text: string | undefined,
  from: string | undefined,
  to: string | undefined,
): string | undefined {
  if (text === undefined || from === undefined || to === undefined) return undefined;
  return from === "" ? text : text.split(from).join(to);
}

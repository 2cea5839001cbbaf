/** Returns how many code points a text has, or how many items a list. */
export function length(of: string | readonly string[] | undefined): number | undefined {
  if (of === undefined) return undefined;
  return typeof of === "string" ? codePoints(of) : of.length;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Returns what a table has for a text, or else `otherwise`. */
export function lookup(
  text: string | undefined,
  table: ReadonlyMap<string, string>,
  otherwise?: string | undefined,
): string | undefined {
  return text === undefined ? undefined : (table.get(text) ?? otherwise);
}

/** Returns the items of a list with a separator between them. */
export function join(list: readonly string[] | undefined, separator: string | undefined): string | undefined {
  return separator === undefined ? undefined : list?.join(separator);
}

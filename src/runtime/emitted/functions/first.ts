/** Returns the first item of a list; absent where it has none. */
export function first(list: readonly string[] | undefined): string | undefined {
  return list?.[0];
}

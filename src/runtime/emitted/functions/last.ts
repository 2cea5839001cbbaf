/** Returns the last item of a list; absent where it has none. */
export function last(list: readonly string[] | undefined): string | undefined {
  return list?.at(-1);
}

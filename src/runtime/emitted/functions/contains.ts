/** Says whether a text contains a part, or a list an item. */
export function contains(
  of: string | readonly string[] | undefined,
  part: string | undefined,
): boolean | undefined {
  return of === undefined || part === undefined ? undefined : of.includes(part);
}

/** Returns the number without its fraction. */
export function integer(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.trunc(value) + 0;
}

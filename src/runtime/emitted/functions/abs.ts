/** Returns the number without its sign. */
export function abs(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.abs(value) + 0;
}

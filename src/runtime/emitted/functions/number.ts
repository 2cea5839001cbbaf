/** Returns the number of a value, which was read before. */
export function numberOf(value: number | undefined): number | undefined {
  return value;
}

/** Returns the smallest of the numbers; absent where one of them is. */
export function smallest(...values: readonly (number | undefined)[]): number | undefined {
  let smallest: number | undefined;
  for (const value of values) {
    if (value === undefined) return undefined;
    if (smallest === undefined || value < smallest) smallest = value;
  }
  return smallest;
}

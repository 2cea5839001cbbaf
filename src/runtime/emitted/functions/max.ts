/** Returns the largest of the numbers; absent where one of them is. */
export function largest(...values: readonly (number | undefined)[]): number | undefined {
  let largest: number | undefined;
  for (const value of values) {
    if (value === undefined) return undefined;
    if (largest === undefined || value > largest) largest = value;
  }
  return largest;
}

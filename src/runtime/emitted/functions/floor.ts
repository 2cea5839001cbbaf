/** Returns the largest integer that is not larger. */
export function floor(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.floor(value) + 0;
}

/** Returns the smallest integer that is not smaller. */
export function ceil(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.ceil(value) + 0;
}

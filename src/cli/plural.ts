/** Returns a number with commas. */
export function number(count: number): string {
  return count.toLocaleString("en");
}

/** Returns a number with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

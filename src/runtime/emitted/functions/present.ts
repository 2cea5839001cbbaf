/** Says whether there is a value at all. */
export function present(value: string | number | boolean | readonly string[] | undefined): boolean {
  return value !== undefined;
}

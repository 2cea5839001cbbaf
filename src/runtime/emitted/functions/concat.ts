/** Returns the texts, one behind the other; absent where one of them is. */
export function concat(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.includes(undefined) ? undefined : texts.join("");
}

/** Returns the one value where the condition is true, the other where it is false; absent where that is unknown. */
export function choose<A, B>(condition: boolean | undefined, then: A, otherwise: B): A | B | undefined {
  return condition === undefined ? undefined : condition ? then : otherwise;
}

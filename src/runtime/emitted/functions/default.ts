/** Returns the value, or the other one where there is none. */
export function orDefault<A, B>(value: A | undefined, otherwise: B): A | B {
  return value ?? otherwise;
}

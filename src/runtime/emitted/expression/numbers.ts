/** Numbers of expressions (`language.md` §3, Numbers). */

const numberText = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** Returns the number that a text says, trimmed; undefined where it says none, or one beyond doubles. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return numberText.test(trimmed) ? finite(Number(trimmed)) : undefined;
}

/** Returns a number that can go on; overflow and NaN are absent. */
export function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/**
 * Returns the code points from `start` to before `end`, both counted from 0 and clamped to the text. An `end` that is
 * given and absent makes the result absent, one that is left out is the text's.
 */
export function substring(
  text: string | undefined,
  start: number | undefined,
  ...ends: readonly (number | undefined)[]
): string | undefined {
  if (text === undefined || start === undefined) return undefined;
  const points = [...text];
  const end = ends.length === 0 ? points.length : ends[0];
  if (end === undefined) return undefined;
  return points.slice(Math.max(0, Math.trunc(start)), Math.max(0, Math.trunc(end))).join("");
}

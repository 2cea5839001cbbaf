/** The digits behind the point that can be asked for, before it with a minus. */
const mostDigits = 20;

/** Returns the number rounded half away from zero, on its shortest decimal form: `1.005` to two digits is `1.01`. */
export function round(
  value: number | undefined,
  ...digits: readonly (number | undefined)[]
): number | undefined {
  const places = digits.length === 0 ? 0 : digits[0];
  if (value === undefined || places === undefined) return undefined;
  if (!Number.isInteger(places) || Math.abs(places) > mostDigits) return undefined;
  const magnitude = shift(Math.round(shift(Math.abs(value), places)), -places);
  if (!Number.isFinite(magnitude)) return value;
  return value < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** Returns the number with its decimal point moved, without the error of a multiplication. */
function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

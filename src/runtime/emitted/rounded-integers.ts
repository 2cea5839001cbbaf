/** The digits of integers that `JSON.parse` rounded, found in the text that it read. */

/** A number of an object that `JSON.parse` may have rounded: beyond 2^53, and finite. */
export interface RoundedInteger {
  readonly object: { [key: string]: unknown };
  readonly key: string;
  readonly value: number;
}

/** Each integer takes a search through the text; of more than these, reading the text anew is faster. */
export const mostRounded = 8;

/** So many first digits are searched for: few enough that rounding leaves them alone, enough to be rare in a text. */
const leading = 12;

/**
 * Returns the digits of each integer, with its sign; undefined where the text does not say them beyond doubt, as after
 * an exponent or where a name is there twice.
 */
export function findDigits(text: string, integers: readonly RoundedInteger[]): readonly string[] | undefined {
  const found: string[] = [];
  for (const integer of integers) {
    const digits = findOne(text, integer);
    if (digits === undefined || hasTwin(integer, integers)) return undefined;
    found.push(digits);
  }
  return found;
}

/** Says whether another integer has the same name and value: then one token could be taken for the other. */
function hasTwin(integer: RoundedInteger, integers: readonly RoundedInteger[]): boolean {
  return integers.some((other) => {
    return other !== integer && other.key === integer.key && other.value === integer.value;
  });
}

/** Returns the digits of the only token that is written under the integer's name and has its value. */
function findOne(text: string, { key, value }: RoundedInteger): string | undefined {
  const start = leadingDigits(Math.abs(value));
  if (start === undefined) return undefined;
  let found: string | undefined;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const token = tokenAt(text, at, key);
    if (token === undefined) continue;
    if (found !== undefined || Number(token) !== value || !/^-?\d+$/.test(token)) return undefined;
    found = token;
  }
  return found;
}

/** Returns the first digits of every integer that rounds to a value; undefined where rounding may change them. */
function leadingDigits(value: number): string | undefined {
  const written = String(value);
  if (value >= 1e21) return undefined;
  const rest = Number(written.slice(leading));
  // Integers below 1e21 are at most 2^17 apart, and a rounded one is at most half of that away.
  const slack = value / 2 ** 52;
  return rest > slack && rest < 10 ** (written.length - leading) - slack
    ? written.slice(0, leading)
    : undefined;
}

/**
 * Returns the number whose digits begin at an offset, where it is the value of a member of this name. A quote, the
 * name, an unescaped quote and a colon can only be a member: inside a string the second quote would end it.
 */
function tokenAt(text: string, offset: number, key: string): string | undefined {
  let end = offset;
  while (/[0-9.eE+-]/.test(text.charAt(end))) end++;
  const start = text.charCodeAt(offset - 1) === minus ? offset - 1 : offset;
  const colon = beforeSpace(text, start - 1);
  const quote = beforeSpace(text, colon - 1);
  const name = quote - key.length;
  const isMember = isOneOf(text, colon, ":") && isOneOf(text, quote, '"') && isOneOf(text, name - 1, '"');
  const isWhole =
    isMember && text.startsWith(key, name) && !/["\\]/.test(key) && !isOneOf(text, name - 2, "\\");
  return isWhole ? text.slice(start, end) : undefined;
}

const minus = 45;

function isOneOf(text: string, offset: number, characters: string): boolean {
  return offset >= 0 && offset < text.length && characters.includes(text.charAt(offset));
}

function beforeSpace(text: string, offset: number): number {
  let at = offset;
  while (isOneOf(text, at, " \t\r\n")) at--;
  return at;
}

/** Comparisons, each side converted before: absent where one side is (`language.md` §3). */
import { toNumber, toText } from "./convert.ts";
import type { Maybe, Value } from "./value.ts";

/** `==`. */
export function equal<T extends string | number | boolean>(
  left: Maybe<T>,
  right: Maybe<T>,
): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left === right;
}

/** `!=`. */
export function unequal<T extends string | number | boolean>(
  left: Maybe<T>,
  right: Maybe<T>,
): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left !== right;
}

/** `<`. */
export function less(left: number | undefined, right: number | undefined): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left < right;
}

/** `<=`. */
export function atMost(left: number | undefined, right: number | undefined): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left <= right;
}

/** `>`. */
export function greater(left: number | undefined, right: number | undefined): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left > right;
}

/** `>=`. */
export function atLeast(left: number | undefined, right: number | undefined): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left >= right;
}

/** `in`: whether the value equals one of the texts, or as a number one of the numbers. */
export function isOneOf(
  value: Maybe<Value>,
  texts: readonly string[],
  numbers: readonly number[] = [],
): boolean | undefined {
  if (value === undefined) return undefined;
  if (texts.some((text) => text === toText(value))) return true;
  return numbers.length > 0 && numbers.some((number) => number === toNumber(value));
}

/** Arithmetic: absent where a side is, and where a result is no number or beyond what a double can hold. */
import { finite } from "./numbers.ts";

/** `+`. */
export function add(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : finite(left + right);
}

/** `-` between two. */
export function subtract(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : finite(left - right);
}

/** `*`. */
export function multiply(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : finite(left * right);
}

/** `/`: absent for a division by zero. */
export function divide(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : finite(left / right);
}

/** `%`, with the sign of the dividend. */
export function remainder(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : finite(left % right);
}

/** `-` before one. */
export function negate(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

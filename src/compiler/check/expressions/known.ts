/** Values that are known before there is any batch: made by the very functions and operators that emitted code calls. */
import {
  add,
  divide,
  multiply,
  negate,
  remainder,
  subtract,
} from "../../../runtime/emitted/expression/arithmetic.ts";
import {
  atLeast,
  atMost,
  equal,
  greater,
  isOneOf,
  less,
  unequal,
} from "../../../runtime/emitted/expression/compare.ts";
import { toList, toNumber, toText, toTextOrList } from "../../../runtime/emitted/expression/convert.ts";
import { functions } from "../../functions/catalogue.ts";
import { type Type, type as types, type Value } from "../../types/type.ts";
import type { CallExpression, CompareExpression, Expression, InExpression } from "../expression.ts";

/** A value that is known; `value` is undefined where the expression is absent. */
export interface Known {
  readonly value: Value | undefined;
}

const absent: Known = { value: undefined };

/** Returns what is known of an expression, from what is known of its parts; undefined where a batch decides. */
export function knownOf(expression: Expression, parts: readonly (Known | undefined)[]): Known | undefined {
  const [left, right] = parts;
  switch (expression.kind) {
    case "constant":
      return { value: expression.value };
    case "source":
    case "table":
      return undefined;
    case "call":
      return knownCall(expression, parts);
    case "logic": {
      // One side may decide alone: absent counts for false, and nothing fails.
      const deciding = expression.operator === "or";
      if (parts.some((part) => part && (part.value === true) === deciding)) return { value: deciding };
      return left && right && { value: !deciding };
    }
    case "not":
      return left && { value: left.value !== true };
    case "compare":
      return knownComparison(expression, left, right);
    case "in":
      return left && { value: isItem(left.value, expression) };
    case "coalesce":
      return left?.value === undefined ? left && right : left;
    case "arithmetic":
      return strict([left, right].map(asNumber), ([one, other]) =>
        operators[expression.operator](one, other),
      );
    case "negate":
      return strict([asNumber(left)], ([operand]) => negate(operand));
  }
}

const operators = { "+": add, "-": subtract, "*": multiply, "/": divide, "%": remainder };

/** One absent side makes the whole absent, whatever the others are. */
function strict<T extends Value>(
  sides: readonly ({ readonly value: T | undefined } | undefined)[],
  make: (values: readonly (T | undefined)[]) => Value | undefined,
): Known | undefined {
  if (sides.some((side) => side !== undefined && side.value === undefined)) return absent;
  const known = sides.flatMap((side) => side ?? []);
  return known.length < sides.length ? undefined : { value: make(known.map(({ value }) => value)) };
}

function asNumber(known: Known | undefined) {
  return known && { value: toNumber(known.value) };
}

function asText(known: Known | undefined) {
  return known && { value: toText(known.value) };
}

const orders = { "<": less, "<=": atMost, ">": greater, ">=": atLeast };

function knownComparison(
  { operator, as }: CompareExpression,
  left: Known | undefined,
  right: Known | undefined,
): Known | undefined {
  if (operator !== "==" && operator !== "!=") {
    return strict([left, right].map(asNumber), ([one, other]) => orders[operator](one, other));
  }
  const compare = operator === "==" ? equal<string | number> : unequal<string | number>;
  const read = (side: Known | undefined) => (as === "number" ? asNumber(side) : asText(side));
  return strict<string | number>([read(left), read(right)], ([one, other]) => compare(one, other));
}

function isItem(value: Value | undefined, { items }: InExpression): boolean | undefined {
  const texts = items.flatMap((item) => (item.as === "text" ? [String(item.value)] : []));
  const numbers = items.flatMap((item) => (item.as === "number" ? (toNumber(item.value) ?? []) : []));
  return isOneOf(value, texts, numbers);
}

/** `if` and `default` may be known though not all of their arguments are; every other function needs them all. */
function knownCall(call: CallExpression, parts: readonly (Known | undefined)[]): Known | undefined {
  const [first, second, third] = parts;
  if (call.function === "if" && first !== undefined) {
    return first.value === undefined ? absent : first.value ? second : third;
  }
  if (call.function === "default" && first !== undefined) return first.value === undefined ? second : first;
  const definition = functions.get(call.function);
  const isKnown = call.args.every(({ kind }, index) => kind === "table" || parts[index] !== undefined);
  if (definition === undefined || !isKnown) return undefined;
  const { parameters } = definition;
  const args = call.args.map((arg, index) => {
    if (arg.kind === "table") return new Map(arg.pairs);
    return converted(parts[index]?.value, (parameters[index] ?? parameters.at(-1))?.type ?? types.any);
  });
  // Every argument has just been converted to the type of its parameter.
  return { value: (definition.call as (...given: readonly unknown[]) => Value | undefined)(...args) };
}

function converted(value: Value | undefined, wanted: Type): Value | undefined {
  switch (wanted) {
    case types.string:
      return toText(value);
    case types.number:
      return toNumber(value);
    case types.list:
      return toList(value);
    case types.attribute:
      return toTextOrList(value);
    default:
      return value;
  }
}

/**
 * Takes: a checked expression. Gives: what is known of it and of its parts before there is any batch.
 * Guarantees: what is known is what would come out at run time; total, and linear in the size of the expression.
 */
import { type as types, type Value } from "../../types/type.ts";
import { type CallExpression, type Expression, partsOf } from "../expression.ts";
import { type Known, knownOf } from "./known.ts";

/** An expression, and what is known of it. */
export interface Folded {
  readonly expression: Expression;
  /** Undefined where the value depends on the batch. */
  readonly known: Known | undefined;
  /** The operands or arguments, in order. */
  readonly parts: readonly Folded[];
  /** The expression with literals in place of what is known, and without what can never matter. */
  readonly simplified: Expression;
}

/** What is known of expressions already: they never change, and rules and the IR ask for the same. */
const folded = new WeakMap<Expression, Folded>();

/** Returns what is known of an expression and of its parts. */
export function fold(expression: Expression): Folded {
  const before = folded.get(expression);
  if (before !== undefined) return before;
  const result = foldParts(expression);
  folded.set(expression, result);
  return result;
}

function foldParts(expression: Expression): Folded {
  const parts = partsOf(expression).map(fold);
  const known = knownOf(
    expression,
    parts.map((part) => part.known),
  );
  return { expression, known, parts, simplified: simplify(expression, known, parts) };
}

function simplify(expression: Expression, known: Known | undefined, parts: readonly Folded[]): Expression {
  const literal = known && literalOf(known.value, expression);
  if (literal !== undefined) return literal;
  const [left = expression, right = expression] = parts.map((part) => part.simplified);
  switch (expression.kind) {
    case "constant":
    case "source":
    case "table":
      return expression;
    case "call":
      return simplifyCall(expression, parts);
    case "not":
    case "negate":
      return { ...expression, operand: left };
    case "in":
      return { ...expression, subject: left };
    case "coalesce":
      return isAbsent(parts[0]) ? right : { ...expression, left, right };
    default:
      return { ...expression, left, right };
  }
}

function simplifyCall(call: CallExpression, parts: readonly Folded[]): Expression {
  const [first, second, third] = parts;
  const chosen =
    call.function === "if"
      ? { true: second, false: third }[String(first?.known?.value)]
      : call.function === "default" && isAbsent(first)
        ? second
        : undefined;
  return chosen?.simplified ?? { ...call, args: parts.map((part) => part.simplified) };
}

function isAbsent(part: Folded | undefined): boolean {
  return part?.known !== undefined && part.known.value === undefined;
}

/** There are literals of texts, numbers and booleans: not of lists, and none that is absent. */
function literalOf(value: Value | undefined, { span }: Expression): Expression | undefined {
  switch (typeof value) {
    case "string":
      return { kind: "constant", value, type: types.string, span };
    case "number":
      return { kind: "constant", value, type: types.number, span };
    case "boolean":
      return { kind: "constant", value, type: types.boolean, span };
    default:
      return undefined;
  }
}

/**
 * Takes: the tree of an expression and the scope it stands in. Gives: the checked expression.
 * Guarantees: every name resolved and every operand of a type that can work, or a diagnostic and undefined; each
 * mistake once. Says nothing of a part that could not be read.
 */
import type { BinaryNode, ExpressionTree, NumberLiteralNode, UnaryNode } from "../../ast/expression.ts";
import { type Type, type as types } from "../../types/type.ts";
import type { CompareExpression, ConstantExpression, Expression, InExpression } from "../expression.ts";
import { inferCall, inferName } from "./infer-call.ts";
import type { InferContext } from "./infer-context.ts";
import { canBe } from "./known-words.ts";
import { requireBoolean, requireNumber } from "./operands.ts";

/** Returns the checked expression of a tree; undefined where there is a mistake in it. */
export function infer(tree: ExpressionTree, context: InferContext): Expression | undefined {
  switch (tree.kind) {
    case "Error":
      return undefined;
    case "TextLiteral":
      return { kind: "constant", value: tree.text, type: types.string, span: tree.span };
    case "NumberLiteral":
      return inferNumber(tree, context);
    case "BooleanLiteral":
      return { kind: "constant", value: tree.value, type: types.boolean, span: tree.span };
    case "ListLiteral":
      return misplaced("A list in brackets", "Write it after `in`", tree, context);
    case "TableLiteral":
      return misplaced("A table in braces", "Write it in `lookup(…)`", tree, context);
    case "Name":
      return inferName(tree, context);
    case "Call":
      return inferCall(tree, context);
    case "Unary":
      return inferUnary(tree, context);
    case "Binary":
      return inferBinary(tree, context);
  }
}

function misplaced(
  found: string,
  advice: string,
  { span }: ExpressionTree,
  { report }: InferContext,
): undefined {
  report("literal-misplaced", span, { found, advice });
}

function inferNumber({ text, value, span }: NumberLiteralNode, { report }: InferContext) {
  if (!Number.isFinite(value) || (/^\d+$/.test(text) && !Number.isSafeInteger(value))) {
    report("number-digits", span, { number: text });
    return undefined;
  }
  return { kind: "constant", value, type: types.number, span } as const;
}

function inferUnary({ operator, operand, span }: UnaryNode, context: InferContext): Expression | undefined {
  const inner = infer(operand, context);
  if (inner === undefined) return undefined;
  if (operator === "not") {
    return requireBoolean(inner, context)
      ? { kind: "not", operand: inner, type: types.boolean, span }
      : undefined;
  }
  return requireNumber(inner, context)
    ? { kind: "negate", operand: inner, type: types.number, span }
    : undefined;
}

function inferBinary(tree: BinaryNode, context: InferContext): Expression | undefined {
  if (tree.operator === "in") return inferIn(tree, context);
  const left = infer(tree.left, context);
  const right = infer(tree.right, context);
  if (left === undefined || right === undefined) return undefined;
  const { operator, span } = tree;
  switch (operator) {
    case "and":
    case "or": {
      const isRight = [left, right].map((side) => requireBoolean(side, context)).every(Boolean);
      return isRight ? { kind: "logic", operator, left, right, type: types.boolean, span } : undefined;
    }
    case "??":
      return { kind: "coalesce", left, right, type: left.type | right.type, span };
    case "+":
    case "-":
    case "*":
    case "/":
    case "%": {
      const advice = operator === "+" ? "Join texts with `concat(…)`" : undefined;
      const isRight = [left, right].every((side) => requireNumber(side, context, advice));
      return isRight ? { kind: "arithmetic", operator, left, right, type: types.number, span } : undefined;
    }
    default:
      return inferComparison({ ...tree, operator }, left, right, context);
  }
}

function inferComparison(
  { operator, span }: BinaryNode & { readonly operator: CompareExpression["operator"] },
  left: Expression,
  right: Expression,
  context: InferContext,
): Expression | undefined {
  const isOrder = operator !== "==" && operator !== "!=";
  const as = isOrder || isNumber(left.type) || isNumber(right.type) ? "number" : "text";
  const sides = [left, right];
  if (as === "number" && !sides.every((side) => requireNumber(side, context))) return undefined;
  if (!canBe(left, right, context) || !canBe(right, left, context)) return undefined;
  return { kind: "compare", operator, as, left, right, type: types.boolean, span };
}

/** By its form a number: a literal, arithmetic, or a function whose result is one (`language.md` §3, Numbers). */
function isNumber(type: Type): boolean {
  return type === types.number;
}

function inferIn({ left, right, span }: BinaryNode, context: InferContext): InExpression | undefined {
  const subject = infer(left, context);
  if (right.kind === "Error") return undefined;
  if (right.kind !== "ListLiteral" || right.items.length === 0) {
    context.report("list-needed", right.span, {});
    return undefined;
  }
  const items = right.items.flatMap((item) => inferItem(item, context) ?? []);
  if (subject === undefined || items.length < right.items.length) return undefined;
  if (!items.map((item) => canBe(subject, item, context)).every(Boolean)) return undefined;
  const isRight = items.every((item) => !comparesNumbers(subject, item) || requireNumber(item, context));
  if (!isRight || (items.some((item) => isNumber(item.type)) && !requireNumber(subject, context)))
    return undefined;
  return {
    kind: "in",
    subject,
    items: items.map((item) => ({
      value: item.value,
      as: comparesNumbers(subject, item) ? "number" : "text",
    })),
    type: types.boolean,
    span,
  };
}

function comparesNumbers(subject: Expression, item: ConstantExpression): boolean {
  return isNumber(subject.type) || isNumber(item.type);
}

/** Returns an item of a list: a literal, with a sign or without. */
function inferItem(tree: ExpressionTree, context: InferContext): ConstantExpression | undefined {
  if (tree.kind === "Unary" && tree.operator === "-" && tree.operand.kind === "NumberLiteral") {
    const inner = inferNumber(tree.operand, context);
    return inner && { ...inner, value: -inner.value, span: tree.span };
  }
  const isLiteral = ["TextLiteral", "NumberLiteral", "BooleanLiteral", "Error"].includes(tree.kind);
  if (!isLiteral) return misplaced("What is computed", "Write texts and numbers in the list", tree, context);
  const item = infer(tree, context);
  return item?.kind === "constant" ? item : undefined;
}

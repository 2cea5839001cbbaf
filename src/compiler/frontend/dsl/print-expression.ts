/**
 * Takes: the tree of an expression without mistakes. Gives: its one canonical text, on one line, which is what the
 * DSL has and what a YAML scalar holds. Guarantees: it parses to the equal tree, and has no parentheses but those
 * that the tree needs and those around a pipe that is part of something.
 */
import type { BinaryOperator, CallNode, ExpressionTree } from "../../ast/expression.ts";
import { unprintable } from "../unprintable.ts";

/** How tightly an operator binds (`language.md` §3), from the loosest. */
const levels: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  "==": 4,
  "!=": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  in: 4,
  "??": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "%": 7,
};
const unaryLevels = { not: 3, "-": 8 } as const;
const comparisonLevel = levels["=="];
const pipeLevel = 9;
const primaryLevel = 10;

/** Returns the text of an expression. */
export function printExpression(tree: ExpressionTree): string {
  switch (tree.kind) {
    case "TextLiteral":
      return JSON.stringify(tree.text);
    case "NumberLiteral":
      return tree.text;
    case "BooleanLiteral":
      return String(tree.value);
    case "ListLiteral":
      return `[${printAll(tree.items)}]`;
    case "TableLiteral":
      return `{${tree.pairs.map(({ from, to }) => `${printExpression(from)}: ${printExpression(to)}`).join(", ")}}`;
    case "Name":
      return tree.name;
    case "Call":
      return printCall(tree);
    case "Unary": {
      const space = tree.operator === "not" ? " " : "";
      return `${tree.operator}${space}${operand(tree.operand, unaryLevels[tree.operator])}`;
    }
    case "Binary": {
      const level = levels[tree.operator];
      // Operators of one level are read from the left, and comparisons not in a row.
      const left = operand(tree.left, level === comparisonLevel ? level + 1 : level);
      return `${left} ${tree.operator} ${operand(tree.right, level + 1)}`;
    }
    case "Error":
      throw unprintable();
  }
}

function printAll(trees: readonly ExpressionTree[]): string {
  return trees.map(printExpression).join(", ");
}

function printCall({ callee, args, isPipe }: CallNode): string {
  const [first, ...others] = args;
  if (!isPipe || first === undefined) return `${callee.name}(${printAll(args)})`;
  const stage = others.length === 0 ? callee.name : `${callee.name}(${printAll(others)})`;
  return `${levelOf(first) < pipeLevel ? inParentheses(first) : printExpression(first)} | ${stage}`;
}

/** Returns the text of an operand; a pipe beside an operator has parentheses. */
function operand(tree: ExpressionTree, least: number): string {
  const level = levelOf(tree);
  return level === pipeLevel || level < least ? inParentheses(tree) : printExpression(tree);
}

function inParentheses(tree: ExpressionTree): string {
  return `(${printExpression(tree)})`;
}

function levelOf(tree: ExpressionTree): number {
  if (tree.kind === "Binary") return levels[tree.operator];
  if (tree.kind === "Unary") return unaryLevels[tree.operator];
  return tree.kind === "Call" && tree.isPipe ? pipeLevel : primaryLevel;
}

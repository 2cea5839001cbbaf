import type { ExpressionNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Expression } from "../expression.ts";
import type { Condition } from "../program.ts";
import { infer } from "./infer.ts";
import { requireBoolean } from "./operands.ts";
import type { Scope } from "./scope.ts";

/** What came of an expression in a scope, and what was said of it. */
interface Bound {
  readonly expression: Expression | undefined;
  readonly reports: readonly ((report: Report) => void)[];
}

/** What is known already: nothing but the tree and the scope decides, and a tree never changes. */
const known = new WeakMap<ExpressionNode, Map<Scope, Bound>>();

/** Returns the checked expression of a node; undefined where there is a mistake in it, which is reported. */
export function bindExpression(node: ExpressionNode, scope: Scope, report: Report): Expression | undefined {
  const ofNode = known.get(node) ?? new Map<Scope, Bound>();
  const bound = ofNode.get(scope) ?? inferNode(node, scope);
  known.set(node, ofNode.set(scope, bound));
  for (const repeat of bound.reports) repeat(report);
  return bound.expression;
}

function inferNode({ tree, isQuoted }: ExpressionNode, scope: Scope): Bound {
  const reports: ((report: Report) => void)[] = [];
  const report: Report = (...parameters) => void reports.push((again) => again(...parameters));
  const context = { scope, report, isQuoted: isQuoted && tree.kind === "Name", infer };
  return { expression: infer(tree, context), reports };
}

/** Returns a condition: a boolean expression (`language.md` §3, Conditions). */
export function bindCondition(
  node: ExpressionNode | undefined,
  scope: Scope,
  report: Report,
): Condition | undefined {
  const value = node && bindExpression(node, scope, report);
  if (node === undefined || value === undefined || !requireBoolean(value, { report })) return undefined;
  return { value, span: node.span };
}

import type { ExpressionNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Expression } from "../expression.ts";
import type { Condition } from "../program.ts";
import { infer } from "./infer.ts";
import { requireBoolean } from "./operands.ts";
import type { Scope } from "./scope.ts";

/** Returns the checked expression of a node; undefined where there is a mistake in it, which is reported. */
export function bindExpression(
  { tree, isQuoted }: ExpressionNode,
  scope: Scope,
  report: Report,
): Expression | undefined {
  return infer(tree, { scope, report, isQuoted: isQuoted && tree.kind === "Name", infer });
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

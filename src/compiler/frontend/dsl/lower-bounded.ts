import type { ExpressionTree } from "../../ast/expression.ts";
import type { ExpressionCstNode } from "./cst-types.generated.ts";
import { lowerExpression } from "./lower-expression.ts";
import { type Place, spanOfNode } from "./place.ts";

/** The deepest tree of an expression: what walks it, and the code that it becomes, go as deep as it has operators in a row. */
const deepest = 250;

/** Returns the tree of a whole expression; one that is too deep is reported. */
export function lowerBounded(node: ExpressionCstNode, place: Place): ExpressionTree {
  const lowered = lowerExpression(node, place);
  const isMissing = lowered.kind === "Error" && lowered.span.start === lowered.span.end;
  const tree = isMissing ? { ...lowered, span: spanOfNode(node, place) } : lowered;
  if (!isTooDeep(tree)) return tree;
  place.report("nesting-too-deep", tree.span, { limit: deepest });
  return { kind: "Error", span: tree.span };
}

/** Looks at one level after the other: a tree that is too deep is too deep for recursion. */
function isTooDeep(tree: ExpressionTree): boolean {
  let level: readonly ExpressionTree[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === deepest) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

function partsOf(tree: ExpressionTree): readonly ExpressionTree[] {
  switch (tree.kind) {
    case "Call":
      return tree.args;
    case "Unary":
      return [tree.operand];
    case "Binary":
      return [tree.left, tree.right];
    default:
      // The items of lists and tables are literals.
      return [];
  }
}

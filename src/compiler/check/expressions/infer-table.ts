import type { ExpressionTree, TextLiteralNode } from "../../ast/expression.ts";
import { type as types } from "../../types/type.ts";
import type { TableExpression } from "../expression.ts";
import type { InferContext } from "./infer-context.ts";

/** Returns the table that a function takes: texts to texts, each key once. */
export function inferTable(
  tree: ExpressionTree,
  name: string,
  { report }: InferContext,
): TableExpression | undefined {
  if (tree.kind === "Error") return undefined;
  const writtenOut = (span: TableExpression["span"], expected: string) => {
    report("argument-literal", span, { parameter: "table", name, expected });
  };
  if (tree.kind !== "TableLiteral") {
    writtenOut(tree.span, 'a table such as `{"yes": "true"}`');
    return undefined;
  }
  const pairs = new Map<string, { readonly from: TextLiteralNode; readonly to: TextLiteralNode }>();
  let isRight = true;
  for (const { from, to } of tree.pairs) {
    if (from.kind === "TextLiteral" && to.kind === "TextLiteral") {
      const first = pairs.get(from.text);
      if (first === undefined) pairs.set(from.text, { from, to });
      else report("duplicate-key", from.span, { key: from.text }, [labelOf(first.from)]);
      isRight &&= first === undefined;
    } else {
      isRight = false;
      const wrong = [from, to].find(({ kind }) => kind !== "TextLiteral" && kind !== "Error");
      if (wrong !== undefined) writtenOut(wrong.span, "texts in double quotes");
    }
  }
  if (!isRight) return undefined;
  const texts = [...pairs].map(([from, { to }]) => [from, to.text] as const);
  return { kind: "table", pairs: texts, type: types.table, span: tree.span };
}

function labelOf({ span }: TextLiteralNode) {
  return { span, text: "first written here" };
}

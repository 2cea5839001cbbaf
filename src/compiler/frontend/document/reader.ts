import type { ExpressionTree } from "../../ast/expression.ts";
import type { ErrorNode, ExpressionNode, TextListNode, TextNode, TextOrError } from "../../ast/nodes.ts";
import type { Span } from "../../source/source-file.ts";
import type { Shape } from "./shape.ts";
import { type DocumentMap, type DocumentScalar, type DocumentValue, findPair } from "./tree.ts";

/** What lowering needs besides the document: what the shape check marked, and how expressions are read. */
export interface LowerContext extends Shape {
  readonly expressionOf: (scalar: DocumentScalar) => ExpressionTree;
}

/** A mapping of known shape, read key by key. What the shape check marked reads as an ErrorNode. */
export interface Reader {
  readonly span: Span;
  text(key: string): TextOrError | undefined;
  texts(key: string): TextListNode | ErrorNode | undefined;
  expression(key: "when" | "value"): ExpressionNode | undefined;
  value(key: string): DocumentValue | undefined;
  /** The span of a key, for what is named after it. */
  keySpan(key: string): Span;
}

/** Returns a reader of a mapping. */
export function createReader(map: DocumentMap, context: LowerContext): Reader {
  const value = (key: string) => findPair(map, key)?.value;
  const keySpan = (key: string) => findPair(map, key)?.key.span ?? map.span;
  return {
    span: map.span,
    value,
    keySpan,
    text(key) {
      const found = value(key);
      if (found === undefined) return undefined;
      return (context.isTainted(found) ? undefined : textOf(found)) ?? errorAt(found.span);
    },
    texts(key) {
      const found = value(key);
      if (found === undefined) return undefined;
      // Nothing may be concluded from what is missing in a list with a mistake in it.
      if (found.kind !== "list" || context.isTainted(found)) return errorAt(keySpan(key));
      return {
        kind: "TextList",
        span: keySpan(key),
        items: found.items.flatMap((item) => textOf(item) ?? []),
      };
    },
    expression(key) {
      const found = value(key);
      if (found?.kind !== "scalar" || context.isTainted(found)) return undefined;
      const isQuoted = found.form === "single" || found.form === "double";
      return { kind: "Expression", key, span: found.span, tree: context.expressionOf(found), isQuoted };
    },
  };
}

/** Returns the text node of a scalar. */
export function textOf(value: DocumentValue | undefined): TextNode | undefined {
  return value?.kind === "scalar" ? { kind: "Text", span: value.span, text: value.text } : undefined;
}

function errorAt(span: Span): ErrorNode {
  return { kind: "Error", span };
}

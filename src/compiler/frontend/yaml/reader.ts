import type { ErrorNode, ExpressionNode, TextListNode, TextNode, TextOrError } from "../../ast/nodes.ts";
import type { Span } from "../../source/source-file.ts";
import type { Shape } from "./shape.ts";
import { findPair, type YamlMap, type YamlValue } from "./tree.ts";

/** A mapping of known shape, read key by key. What the shape check marked reads as an ErrorNode. */
export interface Reader {
  readonly span: Span;
  text(key: string): TextOrError | undefined;
  texts(key: string): TextListNode | ErrorNode | undefined;
  expression(key: "when" | "value"): ExpressionNode | undefined;
  value(key: string): YamlValue | undefined;
  /** The span of a key, for what is named after it. */
  keySpan(key: string): Span;
}

/** Returns a reader of a mapping. */
export function createReader(map: YamlMap, shape: Shape): Reader {
  const value = (key: string) => findPair(map, key)?.value;
  const keySpan = (key: string) => findPair(map, key)?.key.span ?? map.span;
  return {
    span: map.span,
    value,
    keySpan,
    text(key) {
      const found = value(key);
      if (found === undefined) return undefined;
      return (shape.isTainted(found) ? undefined : textOf(found)) ?? errorAt(found.span);
    },
    texts(key) {
      const found = value(key);
      if (found === undefined) return undefined;
      // Nothing may be concluded from what is missing in a list with a mistake in it.
      if (found.kind !== "list" || shape.isTainted(found)) return errorAt(keySpan(key));
      return {
        kind: "TextList",
        span: keySpan(key),
        items: found.items.flatMap((item) => textOf(item) ?? []),
      };
    },
    expression(key) {
      const found = value(key);
      if (found?.kind !== "scalar" || shape.isTainted(found)) return undefined;
      return { kind: "Expression", key, span: found.span, tree: errorAt(found.span) };
    },
  };
}

/** Returns the text node of a scalar. */
export function textOf(value: YamlValue | undefined): TextNode | undefined {
  return value?.kind === "scalar" ? { kind: "Text", span: value.span, text: value.text } : undefined;
}

function errorAt(span: Span): ErrorNode {
  return { kind: "Error", span };
}

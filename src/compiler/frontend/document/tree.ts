/**
 * A file as nested data with places, whichever syntax it has: what both front-ends read, the shape check judges and
 * lowering turns into the tree of a waybill. Keys are text, aliases are followed, and nothing of a library is left.
 */
import type { ExpressionTree } from "../../ast/expression.ts";
import type { Span } from "../../source/source-file.ts";

/** A value with its place. */
export type DocumentValue = DocumentMap | DocumentList | DocumentScalar;

export interface DocumentMap {
  readonly kind: "map";
  readonly span: Span;
  readonly pairs: readonly DocumentPair[];
}

export interface DocumentPair {
  readonly key: DocumentScalar;
  readonly value: DocumentValue;
}

export interface DocumentList {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly DocumentValue[];
}

export interface DocumentScalar {
  readonly kind: "scalar";
  readonly span: Span;
  /** Text, a number, a boolean or null; in YAML what its core schema reads. */
  readonly value: string | number | boolean | null;
  /** The scalar as it is written, without quotes. */
  readonly text: string;
  /** How YAML text is written, where that says where its characters stand. */
  readonly form?: "plain" | "single" | "double" | "block";
  /** The expression that it is, where the syntax has expressions of its own. */
  readonly expression?: ExpressionTree;
}

/** Returns the pair of a key. */
export function findPair(map: DocumentMap, key: string): DocumentPair | undefined {
  return map.pairs.find((pair) => pair.key.text === key);
}

/** Returns the value as plain data for the shape check. Objects have no prototype, so every key is its own. */
export function plainData(value: DocumentValue): unknown {
  switch (value.kind) {
    case "scalar":
      return value.value;
    case "list":
      return value.items.map(plainData);
    case "map": {
      const data: Record<string, unknown> = Object.create(null);
      for (const { key, value: inner } of value.pairs) data[key.text] = plainData(inner);
      return data;
    }
  }
}

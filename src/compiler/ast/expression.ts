/**
 * The tree of an expression, the same wherever it stands (`language.md` §3). Parentheses leave no node: the shape of
 * the tree says what they said. A part that could not be read is an ErrorNode.
 */
import type { Span } from "../source/source-file.ts";
import type { ErrorNode } from "./nodes.ts";

interface Node {
  readonly span: Span;
}

export type ExpressionTree =
  | TextLiteralNode
  | NumberLiteralNode
  | BooleanLiteralNode
  | ListLiteralNode
  | TableLiteralNode
  | NameNode
  | CallNode
  | UnaryNode
  | BinaryNode
  | ErrorNode;

/** `"app"`; `text` is what the quotes hold, escapes resolved. */
export interface TextLiteralNode extends Node {
  readonly kind: "TextLiteral";
  readonly text: string;
}

/** `12.5`; `text` as it is written, without a sign. */
export interface NumberLiteralNode extends Node {
  readonly kind: "NumberLiteral";
  readonly text: string;
  readonly value: number;
}

/** `true` or `false`. */
export interface BooleanLiteralNode extends Node {
  readonly kind: "BooleanLiteral";
  readonly value: boolean;
}

/** `["ios", "android"]`, which stands after `in`. */
export interface ListLiteralNode extends Node {
  readonly kind: "ListLiteral";
  readonly items: readonly ExpressionTree[];
}

/** `{"yes": "true", "no": "false"}`, which `lookup` takes. */
export interface TableLiteralNode extends Node {
  readonly kind: "TableLiteral";
  readonly pairs: readonly { readonly from: ExpressionTree; readonly to: ExpressionTree }[];
}

/** A word that is no call: `value`, `platform`, `event.name`. Parts are joined by one `.` each. */
export interface NameNode extends Node {
  readonly kind: "Name";
  readonly name: string;
}

/** `lower(x)`, `consent.gdpr("purpose")`; as a pipe, `x | lower`, what stands before it is the first argument. */
export interface CallNode extends Node {
  readonly kind: "Call";
  readonly callee: NameNode;
  readonly args: readonly ExpressionTree[];
  readonly isPipe: boolean;
}

export type UnaryOperator = "not" | "-";

export interface UnaryNode extends Node {
  readonly kind: "Unary";
  readonly operator: UnaryOperator;
  readonly operand: ExpressionTree;
}

export type BinaryOperator =
  | "or"
  | "and"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "??"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

export interface BinaryNode extends Node {
  readonly kind: "Binary";
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: ExpressionTree;
  readonly right: ExpressionTree;
}

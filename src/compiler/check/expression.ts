/**
 * A checked expression: every name resolved, every operator with the way it reads its sides, every node with the
 * type that its value has at run time. The interpreter evaluates it, the IR is built from it.
 */
import type { FunctionName } from "../functions/catalogue.ts";
import type { Span } from "../source/source-file.ts";
import type { Type } from "../types/type.ts";

interface Node {
  readonly type: Type;
  readonly span: Span;
}

export type Expression =
  | ConstantExpression
  | SourceExpression
  | TableExpression
  | CallExpression
  | LogicExpression
  | NotExpression
  | CompareExpression
  | InExpression
  | CoalesceExpression
  | ArithmeticExpression
  | NegateExpression;

export interface ConstantExpression extends Node {
  readonly kind: "constant";
  readonly value: string | number | boolean;
}

export interface SourceExpression extends Node {
  readonly kind: "source";
  readonly source: Source;
}

/** What an expression can read (`language.md` §3, Sources). */
export type Source =
  | { readonly kind: "value" }
  | { readonly kind: "user"; readonly name: string }
  | { readonly kind: "identity"; readonly type: string }
  | { readonly kind: "event_attribute"; readonly name: string }
  | { readonly kind: "gdpr"; readonly purpose: string }
  | { readonly kind: "ccpa_opt_out" }
  | { readonly kind: "mpid" }
  | { readonly kind: "platform" }
  | { readonly kind: "environment" }
  | { readonly kind: "event_name" }
  | { readonly kind: "event_type" }
  | { readonly kind: "event_time" };

/** The table of `lookup`. */
export interface TableExpression extends Node {
  readonly kind: "table";
  readonly pairs: readonly (readonly [from: string, to: string])[];
}

export interface CallExpression extends Node {
  readonly kind: "call";
  readonly function: FunctionName;
  /** In the order of the function's parameters; optional ones may be missing at the end. */
  readonly args: readonly Expression[];
}

/** `and`, `or`: absent counts for false. */
export interface LogicExpression extends Node {
  readonly kind: "logic";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}

/** `not`: absent counts for false. */
export interface NotExpression extends Node {
  readonly kind: "not";
  readonly operand: Expression;
}

export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A comparison; `<` and its like always read numbers. */
export interface CompareExpression extends Node {
  readonly kind: "compare";
  readonly operator: CompareOperator;
  readonly as: "number" | "text";
  readonly left: Expression;
  readonly right: Expression;
}

/** `x in ["a", "b"]`: whether `x == item` for one of them, each compared as `==` would. */
export interface InExpression extends Node {
  readonly kind: "in";
  readonly subject: Expression;
  readonly items: readonly { readonly value: string | number | boolean; readonly as: "number" | "text" }[];
}

/** `a ?? b`. */
export interface CoalesceExpression extends Node {
  readonly kind: "coalesce";
  readonly left: Expression;
  readonly right: Expression;
}

export interface ArithmeticExpression extends Node {
  readonly kind: "arithmetic";
  readonly operator: "+" | "-" | "*" | "/" | "%";
  readonly left: Expression;
  readonly right: Expression;
}

export interface NegateExpression extends Node {
  readonly kind: "negate";
  readonly operand: Expression;
}

/** Returns the operands or arguments of an expression, in order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "constant":
    case "source":
    case "table":
      return [];
    case "call":
      return expression.args;
    case "not":
    case "negate":
      return [expression.operand];
    case "in":
      return [expression.subject];
    default:
      return [expression.left, expression.right];
  }
}

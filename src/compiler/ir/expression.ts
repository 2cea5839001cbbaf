/**
 * An expression as plain JSON: every conversion is a step of its own, so that nothing depends on types any more.
 * Each step knows the place in the waybill that it comes from.
 */
import type { FunctionName } from "../functions/catalogue.ts";
import type { IrOrigin } from "./ir.ts";

interface Step {
  readonly origin: IrOrigin;
}

export type IrExpression = Step &
  (
    | { readonly kind: "constant"; readonly value: string | number | boolean }
    | IrSource
    | { readonly kind: "convert"; readonly to: IrConversion; readonly operand: IrExpression }
    | {
        readonly kind: "call";
        readonly function: FunctionName;
        readonly args: readonly (IrExpression | IrTable)[];
      }
    | {
        readonly kind: "logic";
        readonly operator: "and" | "or";
        readonly left: IrExpression;
        readonly right: IrExpression;
      }
    | { readonly kind: "not"; readonly operand: IrExpression }
    | {
        readonly kind: "compare";
        readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
        readonly left: IrExpression;
        readonly right: IrExpression;
      }
    | {
        readonly kind: "in";
        readonly subject: IrExpression;
        /** Equal as text to one of these, … */
        readonly texts: readonly string[];
        /** … or as a number to one of these. */
        readonly numbers: readonly number[];
      }
    | { readonly kind: "coalesce"; readonly left: IrExpression; readonly right: IrExpression }
    | {
        readonly kind: "arithmetic";
        readonly operator: "+" | "-" | "*" | "/" | "%";
        readonly left: IrExpression;
        readonly right: IrExpression;
      }
    | { readonly kind: "negate"; readonly operand: IrExpression }
  );

/** What an expression reads; names are the user's. */
export type IrSource =
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

/** What a value is made into; `sent_text` writes a list as the profile's `lists` says. */
export type IrConversion = "text" | "sent_text" | "number" | "list" | "text_or_list";

/** The table of `lookup`. */
export interface IrTable extends Step {
  readonly kind: "table";
  readonly pairs: readonly (readonly [from: string, to: string])[];
}

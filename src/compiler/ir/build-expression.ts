/** Builds the IR of expressions: conversions stand where the static type does not make them needless. */
import { toNumber, toText } from "../../runtime/emitted/expression/convert.ts";
import type { CallExpression, Expression, InExpression } from "../check/expression.ts";
import { functions } from "../functions/catalogue.ts";
import type { Span } from "../source/source-file.ts";
import { describeType, isWithin, overlaps, type Type, type } from "../types/type.ts";
import type { IrConversion, IrExpression, IrTable } from "./expression.ts";
import type { IrOrigin } from "./ir.ts";

type OriginOf = (span: Span) => IrOrigin;

/** Returns the IR of a condition, or of any part of an expression. */
export function buildExpression(expression: Expression, originOf: OriginOf): IrExpression {
  const origin = originOf(expression.span);
  const build = (part: Expression) => buildExpression(part, originOf);
  const as = (part: Expression, wanted: Type) => buildAs(part, wanted, originOf);
  switch (expression.kind) {
    case "constant":
      return { kind: "constant", value: expression.value, origin };
    case "source":
      return { ...expression.source, origin };
    case "table":
      throw new Error("a table stands only in a call");
    case "call":
      return buildCall(expression, originOf);
    case "logic": {
      const { operator, left, right } = expression;
      return { kind: "logic", operator, left: build(left), right: build(right), origin };
    }
    case "not":
      return { kind: "not", operand: build(expression.operand), origin };
    case "compare": {
      const { operator, left, right } = expression;
      const wanted = expression.as === "number" ? type.number : comparable(left, right);
      return { kind: "compare", operator, left: as(left, wanted), right: as(right, wanted), origin };
    }
    case "in":
      return buildIn(expression, originOf);
    case "coalesce":
      return { kind: "coalesce", left: build(expression.left), right: build(expression.right), origin };
    case "arithmetic": {
      const { operator, left, right } = expression;
      return {
        kind: "arithmetic",
        operator,
        left: as(left, type.number),
        right: as(right, type.number),
        origin,
      };
    }
    case "negate":
      return { kind: "negate", operand: as(expression.operand, type.number), origin };
  }
}

/** Returns the IR of an entry's value: text that is sent. */
export function buildSentText(expression: Expression, originOf: OriginOf): IrExpression {
  const operand = buildExpression(expression, originOf);
  if (isWithin(expression.type, type.string)) return operand;
  const to = overlaps(expression.type, type.list) ? "sent_text" : "text";
  return converted(operand, to);
}

function buildAs(part: Expression, wanted: Type, originOf: OriginOf): IrExpression {
  const operand = buildExpression(part, originOf);
  const to = isWithin(part.type, wanted) ? undefined : conversionTo(wanted);
  return to === undefined ? operand : converted(operand, to);
}

/** A conversion of a literal is made here; it is the one that would be made at run time. */
function converted(operand: IrExpression, to: IrConversion): IrExpression {
  const { origin } = operand;
  if (operand.kind === "constant" && (to === "text" || to === "number")) {
    const value = to === "text" ? toText(operand.value) : toNumber(operand.value);
    if (value !== undefined) return { kind: "constant", value, origin };
  }
  return { kind: "convert", to, operand, origin };
}

/** Two booleans compare as they are, which is as their text would; all else compares as text. */
function comparable(left: Expression, right: Expression): Type {
  const isBoolean = isWithin(left.type, type.boolean) && isWithin(right.type, type.boolean);
  return isBoolean ? type.boolean : type.string;
}

/** Returns what makes a value of any type one of those that are wanted; undefined where each is. */
function conversionTo(wanted: Type): IrConversion | undefined {
  switch (wanted & type.any) {
    case type.string:
      return "text";
    case type.number:
      return "number";
    case type.list:
      return "list";
    case type.string | type.list:
      return "text_or_list";
    case type.any:
      return undefined;
    default:
      throw new Error(`nothing makes ${describeType(wanted)} of any value`);
  }
}

function buildCall(call: CallExpression, originOf: OriginOf): IrExpression {
  const [only] = call.args;
  // These two do nothing but what the conversion of their argument does.
  if (call.function === "number" && only !== undefined) return buildAs(only, type.number, originOf);
  if (call.function === "string" && only !== undefined) return buildAs(only, type.string, originOf);
  const parameters = functions.get(call.function)?.parameters ?? [];
  const args = call.args.map((arg, index): IrExpression | IrTable => {
    if (arg.kind === "table") return { kind: "table", pairs: arg.pairs, origin: originOf(arg.span) };
    return buildAs(arg, (parameters[index] ?? parameters.at(-1))?.type ?? type.any, originOf);
  });
  return { kind: "call", function: call.function, args, origin: originOf(call.span) };
}

function buildIn({ subject, items, span }: InExpression, originOf: OriginOf): IrExpression {
  const texts = items.flatMap((item) => (item.as === "text" ? [String(item.value)] : []));
  const numbers = items.flatMap((item) => (item.as === "number" ? (toNumber(item.value) ?? []) : []));
  return {
    kind: "in",
    subject: buildExpression(subject, originOf),
    texts: [...new Set(texts)],
    numbers: [...new Set(numbers)],
    origin: originOf(span),
  };
}

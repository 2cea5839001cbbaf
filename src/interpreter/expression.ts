/** `language.md` §3: evaluates a checked expression, one node at a time; undefined is absent. */
import type { CompareExpression, Expression } from "../compiler/check/expression.ts";
import { functions } from "../compiler/functions/catalogue.ts";
import type { Value } from "../compiler/types/type.ts";
import { convert, numberOf, type Table, textOfValue } from "./conversions.ts";
import { readSource, type Scope } from "./sources.ts";

/** Says whether a condition is true; absent counts for false. */
export function isMet(condition: Expression, scope: Scope): boolean {
  const isTrue = evaluate(condition, scope) === true;
  scope.batch.record?.({ kind: "condition", condition, isMet: isTrue, scope });
  return isTrue;
}

/** Returns the value of an expression. */
export function evaluate(expression: Expression, scope: Scope): Value | undefined {
  const evaluatePart = (part: Expression) => evaluate(part, scope);
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "source":
      return readSource(expression.source, scope);
    case "table":
      throw new Error("a table stands only in a call");
    case "call":
      return callFunction(expression, evaluatePart);
    case "logic": {
      const left = evaluatePart(expression.left) === true;
      const right = evaluatePart(expression.right) === true;
      return expression.operator === "and" ? left && right : left || right;
    }
    case "not":
      return evaluatePart(expression.operand) !== true;
    case "compare":
      return compare(expression, evaluatePart(expression.left), evaluatePart(expression.right));
    case "in": {
      const subject = evaluatePart(expression.subject);
      if (subject === undefined) return undefined;
      return expression.items.some((item) =>
        item.as === "number"
          ? numberOf(subject) !== undefined && numberOf(subject) === numberOf(item.value)
          : textOfValue(subject) === textOfValue(item.value),
      );
    }
    case "coalesce":
      return evaluatePart(expression.left) ?? evaluatePart(expression.right);
    case "arithmetic":
      return calculate(
        expression.operator,
        numberOf(evaluatePart(expression.left)),
        numberOf(evaluatePart(expression.right)),
      );
    case "negate": {
      const operand = numberOf(evaluatePart(expression.operand));
      return operand === undefined ? undefined : -operand;
    }
  }
}

function callFunction(
  call: Extract<Expression, { kind: "call" }>,
  evaluatePart: (part: Expression) => Value | undefined,
): Value | undefined {
  const definition = functions.get(call.function);
  if (definition === undefined) throw new Error(`no function ${call.function}`);
  const { parameters } = definition;
  const args = call.args.map((arg, index): Value | Table | undefined => {
    if (arg.kind === "table") return new Map(arg.pairs);
    const parameter = parameters[index] ?? parameters.at(-1);
    return convert(evaluatePart(arg), parameter?.type ?? 0);
  });
  // Every argument was just converted to the type of its parameter.
  return (definition.call as (...args: readonly unknown[]) => Value | undefined)(...args);
}

function compare(
  { operator, as }: CompareExpression,
  left: Value | undefined,
  right: Value | undefined,
): boolean | undefined {
  if (as === "text") {
    const [one, other] = [textOfValue(left), textOfValue(right)];
    if (one === undefined || other === undefined) return undefined;
    return operator === "==" ? one === other : one !== other;
  }
  const [one, other] = [numberOf(left), numberOf(right)];
  if (one === undefined || other === undefined) return undefined;
  switch (operator) {
    case "==":
      return one === other;
    case "!=":
      return one !== other;
    case "<":
      return one < other;
    case "<=":
      return one <= other;
    case ">":
      return one > other;
    case ">=":
      return one >= other;
  }
}

function calculate(
  operator: Extract<Expression, { kind: "arithmetic" }>["operator"],
  left: number | undefined,
  right: number | undefined,
): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  const results = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "%": left % right,
  };
  // Division by zero, overflow and NaN are absent.
  const result = results[operator];
  return Number.isFinite(result) ? result : undefined;
}

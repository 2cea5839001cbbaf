/**
 * What expressions depend on, for questions about every batch there can be: sources, and terms that are looked at as a
 * whole because what they compute is not followed. Each is a variable of its own, with the constants that it is
 * compared with; no other value of it makes a difference.
 */
import { toNumber, toText } from "../../../runtime/emitted/expression/convert.ts";
import { type Expression, partsOf } from "../expression.ts";
import { fold } from "../expressions/fold.ts";

/** A source or a term, and what tells its values apart. */
export interface Variable {
  readonly expression: Expression;
  readonly texts: Set<string>;
  readonly numbers: Set<number>;
}

/** Variables by their keys, and the key of each node that is one. */
export interface Variables {
  readonly byKey: Map<string, Variable>;
  readonly keys: Map<Expression, string>;
  /** Every text that stands in an expression. */
  readonly constants: Set<string>;
}

/** A constant with which a value is compared. */
interface Constant {
  readonly as: "text" | "number";
  readonly value: string | number | boolean;
}

/** Returns variables of nothing yet. */
export function createVariables(): Variables {
  return { byKey: new Map(), keys: new Map(), constants: new Set() };
}

/** Returns what an expression is, wherever it stands: equal expressions have equal keys. */
export function keyOf(expression: Expression): string {
  // Most variables are sources, which have nothing to leave out.
  if (expression.kind === "source") return JSON.stringify(expression.source);
  // The type of a node follows from the rest; that of an identity is a text and stays.
  return JSON.stringify(expression, (key, value) => {
    return key === "span" || (key === "type" && typeof value === "number") ? undefined : value;
  });
}

/** Adds what an expression depends on, and returns the expression without what is known before there is a batch. */
export function addExpression(expression: Expression, variables: Variables): Expression {
  const { simplified } = fold(expression);
  observe(simplified, [], variables);
  return simplified;
}

/** Adds a variable, or finds it, and what it is compared with. */
export function addVariable(
  expression: Expression,
  constants: readonly Constant[],
  { byKey, keys }: Variables,
): void {
  const key = keyOf(expression);
  keys.set(expression, key);
  const variable = byKey.get(key) ?? { expression, texts: new Set(), numbers: new Set() };
  byKey.set(key, variable);
  for (const { as, value } of constants) {
    const number = as === "number" ? toNumber(value) : undefined;
    if (number !== undefined) variable.numbers.add(number);
    if (as === "text") variable.texts.add(String(value));
  }
}

/** Follows an expression to its variables; `constants` are what its value is compared with further out. */
function observe(expression: Expression, constants: readonly Constant[], variables: Variables): void {
  const inner = (part: Expression, compared: readonly Constant[] = []) => observe(part, compared, variables);
  switch (expression.kind) {
    case "constant":
      variables.constants.add(toText(expression.value) ?? "");
      return;
    case "table":
      for (const [, to] of expression.pairs) variables.constants.add(to);
      return;
    case "logic":
    case "not":
      for (const part of partsOf(expression)) inner(part);
      return;
    case "compare": {
      const { left, right, as } = expression;
      if (right.kind === "constant") return inner(left, [{ as, value: right.value }]);
      if (left.kind === "constant") return inner(right, [{ as, value: left.value }]);
      return addVariable(expression, [], variables);
    }
    case "in":
      return inner(expression.subject, expression.items);
    case "coalesce":
      for (const part of partsOf(expression)) inner(part, constants);
      return;
    case "call":
      return observeCall(expression, constants, variables);
    case "source":
    case "arithmetic":
    case "negate":
      return addVariable(expression, constants, variables);
  }
}

function observeCall(
  call: Extract<Expression, { kind: "call" }>,
  constants: readonly Constant[],
  variables: Variables,
): void {
  const [first, ...others] = call.args;
  const inner = (part: Expression | undefined, compared: readonly Constant[]) => {
    if (part !== undefined) observe(part, compared, variables);
  };
  switch (call.function) {
    case "if":
      inner(first, []);
      for (const branch of others) inner(branch, constants);
      return;
    case "present":
      return inner(first, []);
    case "default":
      for (const part of call.args) inner(part, constants);
      return;
    case "lookup": {
      const [table, otherwise] = others;
      const keys =
        table?.kind === "table" ? table.pairs.map(([value]) => ({ as: "text" as const, value })) : [];
      inner(first, keys);
      inner(table, []);
      return inner(otherwise, constants);
    }
    default:
      return addVariable(call, constants, variables);
  }
}

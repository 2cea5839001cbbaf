/**
 * Takes: expressions. Gives: every combination of values that matters to them, so that what holds for each combination
 * holds for every batch. Sound: no batch is left out. Some combinations may be of no batch, where two terms depend on
 * each other: what holds for all batches may then not be seen to.
 */
import type { Value } from "../../types/type.ts";
import type { Expression } from "../expression.ts";
import { partsOf } from "../expression.ts";
import { type Known, knownOf } from "../expressions/known.ts";
import { classesOf, type FiniteContext } from "./classes.ts";
import { addExpression, createVariables, type Variable } from "./variables.ts";

/** One combination of values. */
export interface Assignment {
  /** Returns the value of one of the question's expressions. */
  valueUnder(expression: Expression): Value | undefined;
  /** The variables with their values. */
  values(): ReadonlyMap<Variable, Value | undefined>;
}

/** The combinations of a question. */
export interface Question {
  readonly count: number;
  assignments(): Generator<Assignment>;
}

/** Returns a question about expressions; whether it is asked depends on how many combinations it has. */
export function createQuestion(expressions: readonly Expression[], context: FiniteContext): Question {
  const variables = createVariables();
  const simplified = new Map(expressions.map((one) => [one, addExpression(one, variables)]));
  const taken = takenBy(variables, context);
  const all = [...variables.byKey].map(([key, variable]) => {
    return { key, variable, values: classesOf(variable, context, taken) };
  });
  const given = new Map<string, Known>();
  const evaluators = new Map<Expression, () => Known | undefined>();
  const evaluatorOf = (expression: Expression): (() => Known | undefined) => {
    const known = evaluators.get(expression) ?? prepare(expression);
    evaluators.set(expression, known);
    return known;
  };
  const prepare = (expression: Expression): (() => Known | undefined) => {
    const key = variables.keys.get(expression);
    if (key !== undefined) return () => given.get(key);
    const parts = partsOf(expression).map(evaluatorOf);
    return () =>
      knownOf(
        expression,
        parts.map((part) => part()),
      );
  };
  const assignment: Assignment = {
    valueUnder(expression) {
      const known = evaluatorOf(simplified.get(expression) ?? expression)();
      if (known === undefined) throw new Error("an expression that the question does not have");
      return known.value;
    },
    values: () => new Map(all.map(({ key, variable }) => [variable, given.get(key)?.value])),
  };
  function* from(index: number): Generator<Assignment> {
    const one = all[index];
    if (one === undefined) {
      yield assignment;
      return;
    }
    for (const value of one.values) {
      given.set(one.key, { value });
      yield* from(index + 1);
    }
  }
  return { count: all.reduce((count, { values }) => count * values.length, 1), assignments: () => from(0) };
}

function takenBy(
  { byKey, constants }: ReturnType<typeof createVariables>,
  { platforms, environments, eventName }: FiniteContext,
): Set<string> {
  const texts = [...byKey.values()].flatMap((variable) => [...variable.texts]);
  const numbers = [...byKey.values()].flatMap((variable) => [...variable.numbers].map(String));
  return new Set([
    ...constants,
    ...texts,
    ...numbers,
    ...platforms,
    ...environments,
    ...(eventName === undefined ? [] : [eventName.text]),
  ]);
}

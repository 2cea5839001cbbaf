import type { Expression } from "../compiler/check/expression.ts";
import type { FiniteContext } from "../compiler/check/finite/classes.ts";
import { type Assignment, createQuestion } from "../compiler/check/finite/question.ts";
import { reasons } from "./doubt.ts";

/** How many combinations of values are tried for one question. */
const mostCombinations = 100_000;

/** Returns undefined where a test holds for every batch; else why that is not known. */
export function decide(
  expressions: readonly Expression[],
  context: FiniteContext,
  holds: (assignment: Assignment) => boolean,
): string | undefined {
  const question = createQuestion(expressions, context);
  if (question.count > mostCombinations) return reasons.many;
  for (const assignment of question.assignments()) {
    if (!holds(assignment)) return reasons.differs;
  }
  return undefined;
}

/** Says whether all conditions are true under an assignment. */
export function areTrue(conditions: readonly Expression[], { valueUnder }: Assignment): boolean {
  return conditions.every((condition) => valueUnder(condition) === true);
}

import type { Expression } from "../expression.ts";
import type { FiniteContext } from "./classes.ts";
import { createQuestion } from "./question.ts";

/** How many combinations of values are tried for one question about one waybill's conditions. */
const mostCombinations = 4096;

/** Says whether some batch may make all conditions true; undefined where there are too many combinations to say. */
export function canHold(conditions: readonly Expression[], context: FiniteContext): boolean | undefined {
  const question = createQuestion(conditions, context);
  if (question.count > mostCombinations) return undefined;
  for (const { valueUnder } of question.assignments()) {
    if (conditions.every((condition) => valueUnder(condition) === true)) return true;
  }
  return false;
}

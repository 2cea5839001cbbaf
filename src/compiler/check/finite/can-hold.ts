import type { Expression } from "../expression.ts";
import type { FiniteContext } from "./classes.ts";
import { createQuestion } from "./question.ts";

/** How many combinations of values are tried for one question about one waybill's conditions. */
const mostCombinations = 4096;

/** An answer, and all that it depends on. */
interface Answer {
  readonly conditions: readonly Expression[];
  readonly context: string;
  readonly canHold: boolean | undefined;
}

/** The last answer about each innermost condition: of files that did not change the conditions are the very same. */
const answers = new WeakMap<Expression, Answer>();

/** Says whether some batch may make all conditions true; undefined where there are too many combinations to say. */
export function canHold(conditions: readonly Expression[], context: FiniteContext): boolean | undefined {
  const last = conditions.at(-1);
  if (last === undefined) return true;
  const before = answers.get(last);
  const key = JSON.stringify(context);
  if (before !== undefined && before.context === key && isSame(before.conditions, conditions)) {
    return before.canHold;
  }
  const answer = { conditions, context: key, canHold: decide(conditions, context) };
  answers.set(last, answer);
  return answer.canHold;
}

function isSame(some: readonly Expression[], others: readonly Expression[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function decide(conditions: readonly Expression[], context: FiniteContext): boolean | undefined {
  const question = createQuestion(conditions, context);
  if (question.count > mostCombinations) return undefined;
  for (const { valueUnder } of question.assignments()) {
    if (conditions.every((condition) => valueUnder(condition) === true)) return true;
  }
  return false;
}

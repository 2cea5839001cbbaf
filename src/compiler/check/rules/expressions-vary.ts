import { toText } from "../../../runtime/emitted/expression/convert.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { type Folded, fold } from "../expressions/fold.ts";
import type { Attribute, Condition, Field, Program } from "../program.ts";
import type { RuleContext } from "./index.ts";

/**
 * Expressions vary.
 * A condition that no batch changes, or a value that is always the same, mostly was meant to be another one.
 */
export function expressionsVary({ program, report }: RuleContext): void {
  for (const { value } of conditionsOf(program)) checkTest(fold(value), report);
  for (const { value } of entriesOf(program)) {
    if (value.kind === "expression") checkValue(fold(value.expression), report);
  }
}

function entriesOf({ profile, events, screens }: Program): readonly (Attribute | Field)[] {
  const entries = [...events.entries, ...screens.entries];
  return [...profile.fields, ...profile.attributes, ...entries.flatMap(({ attributes }) => attributes)];
}

function conditionsOf(program: Program): readonly Condition[] {
  const { source, profile, events, screens } = program;
  const ofEvents = [...events.entries, ...screens.entries].map(({ condition }) => condition);
  const conditions = [source.when, profile.when, ...entriesOf(program).map(({ when }) => when), ...ofEvents];
  return conditions.filter((condition) => typeof condition === "object");
}

/** Of a test that is known as a whole nothing more is said. */
function checkTest(test: Folded, report: Report): void {
  if (test.known === undefined) return checkTests(test, report);
  const outcome = test.known.value === true ? "always" : "never";
  report("constant-condition", test.expression.span, { outcome });
}

function checkValue(value: Folded, report: Report): void {
  if (value.known === undefined) return checkTests(value, report);
  const { span } = value.expression;
  const text = toText(value.known.value);
  if (text === undefined) report("value-never-there", span, {});
  else report("constant-value", span, { value: text });
}

/** Tests are the sides of `and` and `or`, and the condition of `if`. What `not` stands before is known if `not` is. */
function checkTests({ expression, parts }: Folded, report: Report): void {
  const isLogic = expression.kind === "logic";
  const isChoice = expression.kind === "call" && expression.function === "if";
  for (const [index, part] of parts.entries()) {
    if (isLogic || (isChoice && index === 0)) checkTest(part, report);
    else checkTests(part, report);
  }
}

import { expect, test } from "vitest";
import { bindExpression } from "../src/compiler/check/expressions/bind-expression.ts";
import { fold } from "../src/compiler/check/expressions/fold.ts";
import { scopes } from "../src/compiler/check/expressions/scope.ts";
import { createCollector, messageOf } from "../src/compiler/diagnostics/diagnostic.ts";
import { parseExpression } from "../src/compiler/frontend/dsl/parse-expression.ts";
import { functions } from "../src/compiler/functions/catalogue.ts";
import { createSourceFile } from "../src/compiler/source/source-file.ts";

const examples = [...functions.values()].flatMap(({ name, examples }) =>
  examples.map(({ expression, gives }) => ({ name, expression, gives })),
);

test.each(examples)("the reference says truly what $expression gives", ({ name, expression, gives }) => {
  expect(knownValue(expression)).toEqual(gives);
  expect(expression).toMatch(new RegExp(`\\b${name}\\b`));
});

test("every function has an example", () => {
  expect(new Set(examples.map(({ name }) => name))).toEqual(new Set(functions.keys()));
});

/** Returns what an expression of constants gives; null where it is absent. */
function knownValue(text: string) {
  const file = createSourceFile("example", text);
  const { diagnostics, report } = createCollector();
  const spanOf = (start: number, end: number) => ({ file, start, end });
  const tree = parseExpression(text, { spanOf, report });
  const node = {
    kind: "Expression",
    key: "value",
    tree,
    isQuoted: false,
    span: spanOf(0, text.length),
  } as const;
  const expression = bindExpression(node, scopes.eventAttribute, report);
  expect(diagnostics.map(messageOf)).toEqual([]);
  const known = expression && fold(expression).known;
  if (known === undefined) throw new Error("a batch decides");
  return known.value ?? null;
}

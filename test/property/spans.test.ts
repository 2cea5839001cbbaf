/** Whatever is parsed, right or wrong: children stand in their parents, siblings in order, all of it in the file. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { printTree } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";
import { createRandom } from "../../src/random/random.ts";
import { randomTree } from "../support/arbitrary-tree.ts";
import { mutate } from "../support/mutate.ts";
import { spanProblems } from "../support/span-problems.ts";
import { waybillTexts } from "../support/waybill-texts.ts";

/** What an alias stands for has the places of its anchor: that is where it has to be changed. */
const texts = waybillTexts().filter(({ text }) => !/(?:^|[\s[{,])\*\w/.test(text));

const problemsIn = (path: string, text: string) => spanProblems(parse(createSourceFile(path, text)).tree);

test("the spans of every example and fixture are in order", () => {
  const problems = texts.flatMap(({ path, text }) => problemsIn(path, text).map((one) => `${path}: ${one}`));
  expect(problems).toEqual([]);
  expect(texts.length).toBeGreaterThan(200);
});

test("the spans of 4,000 broken examples and fixtures are in order", () => {
  const random = createRandom(20_261_127);
  const short = texts.filter(({ text }) => text.length < 2_000);
  const others = short.map(({ text }) => text);
  for (let count = 0; count < 4_000; count++) {
    const { path, text } = short[random.below(short.length)] ?? { path: "", text: "" };
    const broken = mutate(text, others, random);
    if (broken.includes("*")) continue;
    expect(problemsIn(path, broken), broken).toEqual([]);
  }
}, 60_000);

const syntaxes: readonly Syntax[] = ["yaml", "dsl"];

test.each(syntaxes)("the spans of random trees are in order (%s)", (syntax) => {
  const property = fc.property(randomTree, ({ tree, comments }) => {
    const text = printTree(tree, syntax, comments);
    expect(problemsIn(`printed${endingOf[syntax]}`, text)).toEqual([]);
  });
  fc.assert(property, { seed: 20_261_127, numRuns: 100 });
});

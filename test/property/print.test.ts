/** Whatever tree is printed, in either syntax, parses to the equal tree with the same comments. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Comments } from "../../src/compiler/ast/comments.ts";
import { dumpTree } from "../../src/compiler/ast/dump.ts";
import type { WaybillNode } from "../../src/compiler/ast/nodes.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { convertFile, formatFile, printTree } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";
import { randomTree } from "../support/arbitrary-tree.ts";

const syntaxes: readonly Syntax[] = ["yaml", "dsl"];
const settings = { seed: 20_261_127, numRuns: 60 };

function read(text: string, syntax: Syntax) {
  const parsed = parse(createSourceFile(`printed${endingOf[syntax]}`, text));
  const errors = parsed.diagnostics.filter(({ severity }) => severity === "error");
  expect(`${text}\n${renderText(errors)}`).toBe(`${text}\n`);
  return parsed;
}

function textsOf(comments: Comments): readonly string[] {
  return [...comments.values()]
    .flatMap(({ before, after, inside }) => [...before, ...(after === undefined ? [] : [after]), ...inside])
    .map(({ text }) => text)
    .sort();
}

const writtenIn = (tree: WaybillNode) => tree.comments.map(({ text }) => text.trimEnd()).sort();

test.each(syntaxes)("a printed tree parses to the equal tree, with its comments (%s)", (syntax) => {
  fc.assert(
    fc.property(randomTree, ({ tree, comments }) => {
      const { tree: again } = read(printTree(tree, syntax, comments), syntax);
      expect(JSON.parse(dumpTree(again))).toEqual(JSON.parse(dumpTree(tree)));
      expect(writtenIn(again)).toEqual(textsOf(comments));
    }),
    settings,
  );
});

test.each(syntaxes)("formatting what is formatted changes nothing (%s)", (syntax) => {
  fc.assert(
    fc.property(randomTree, ({ tree, comments }) => {
      const once = formatFile(read(printTree(tree, syntax, comments), syntax));
      expect(formatFile(read(once, syntax))).toBe(once);
    }),
    settings,
  );
});

test("from the DSL to YAML and back leaves a formatted file as it is", () => {
  fc.assert(
    fc.property(randomTree, fc.constantFrom(...syntaxes), ({ tree, comments }, syntax) => {
      const dsl = convertFile(read(printTree(tree, syntax, comments), syntax), "dsl");
      const yaml = convertFile(read(dsl, "dsl"), "yaml");
      expect(convertFile(read(yaml, "yaml"), "dsl")).toBe(dsl);
      expect(formatFile(read(yaml, "yaml"))).toBe(yaml);
    }),
    settings,
  );
});

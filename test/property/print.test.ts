/** Whatever tree is printed, in either syntax, parses to the equal tree with the same comments. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Comments } from "../../src/compiler/ast/comments.ts";
import { dumpTree } from "../../src/compiler/ast/dump.ts";
import type { WaybillNode } from "../../src/compiler/ast/nodes.ts";
import { convertFile, formatFile, printTree } from "../../src/compiler/frontend/print.ts";
import type { Syntax } from "../../src/compiler/source/syntax.ts";
import { randomTree } from "../support/arbitrary-tree.ts";
import { readClean } from "../support/read-clean.ts";

const syntaxes: readonly Syntax[] = ["yaml", "dsl"];
const settings = { seed: 20_261_127, numRuns: 60 };

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
      const { tree: again } = readClean(printTree(tree, syntax, comments), syntax);
      expect(JSON.parse(dumpTree(again))).toEqual(JSON.parse(dumpTree(tree)));
      expect(writtenIn(again)).toEqual(textsOf(comments));
    }),
    settings,
  );
});

test.each(syntaxes)("formatting what is formatted changes nothing (%s)", (syntax) => {
  fc.assert(
    fc.property(randomTree, ({ tree, comments }) => {
      const once = formatFile(readClean(printTree(tree, syntax, comments), syntax));
      expect(formatFile(readClean(once, syntax))).toBe(once);
    }),
    settings,
  );
});

test("from the DSL to YAML and back leaves a formatted file as it is", () => {
  fc.assert(
    fc.property(randomTree, fc.constantFrom(...syntaxes), ({ tree, comments }, syntax) => {
      const dsl = convertFile(readClean(printTree(tree, syntax, comments), syntax), "dsl");
      const yaml = convertFile(readClean(dsl, "dsl"), "yaml");
      expect(convertFile(readClean(yaml, "yaml"), "dsl")).toBe(dsl);
      expect(formatFile(readClean(yaml, "yaml"))).toBe(yaml);
    }),
    settings,
  );
});

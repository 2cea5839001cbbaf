/** How lines end, and a byte order mark before them, changes the offsets of a waybill and nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dumpTree } from "../../src/compiler/ast/dump.ts";
import { messageOf } from "../../src/compiler/diagnostics/diagnostic.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { printTree } from "../../src/compiler/frontend/print.ts";
import { createSourceFile, positionAt } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";
import { createRandom } from "../../src/random/random.ts";
import { randomTree } from "../support/arbitrary-tree.ts";
import { mutate } from "../support/mutate.ts";
import { waybillTexts } from "../support/waybill-texts.ts";

/** The same text as it comes from other editors. */
const writings: readonly (readonly [string, (text: string) => string])[] = [
  ["with CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["behind a byte order mark", (text) => `\ufeff${text}`],
  ["with both", (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
];

/** The tree, and each diagnostic with the line that it stands on and the text that it marks. */
function meaningOf(path: string, text: string) {
  const { tree, diagnostics } = parse(createSourceFile(path, text));
  return {
    tree: JSON.parse(dumpTree(tree)),
    comments: tree.comments.map((comment) => comment.text.trimEnd()),
    diagnostics: diagnostics.map((diagnostic) => {
      const { code, span } = diagnostic;
      const marked = text.slice(span.start, span.end).replaceAll("\r\n", "\n").trim();
      const { line } = positionAt(span.file, span.start);
      return { code, message: messageOf(diagnostic), marked, line };
    }),
  };
}

const texts = waybillTexts().filter(({ text }) => !/[\r\ufeff]/.test(text));

test.each(writings)("examples and fixtures mean the same %s", (_, write) => {
  for (const { path, text } of texts) {
    expect({ path, ...meaningOf(path, write(text)) }).toEqual({ path, ...meaningOf(path, text) });
  }
});

test.each(writings)(
  "broken examples and fixtures mean the same %s",
  (_, write) => {
    const random = createRandom(20_261_127);
    const short = texts.filter(({ text }) => text.length < 2_000);
    const others = short.map(({ text }) => text);
    for (let count = 0; count < 1_000; count++) {
      const { path, text } = short[random.below(short.length)] ?? { path: "", text: "" };
      const broken = mutate(text, others, random);
      if (/[\r\ufeff]/.test(broken)) continue;
      // A text that no quote closes ends at the file's end, with half of the last line end.
      const meaning = meaningOf(path, write(broken));
      const tree = JSON.parse(JSON.stringify(meaning.tree).replace(/\\r"/g, '"'));
      expect({ broken, ...meaning, tree }).toEqual({ broken, ...meaningOf(path, broken) });
    }
  },
  60_000,
);

const syntaxes: readonly Syntax[] = ["yaml", "dsl"];

test.each(syntaxes)("random trees mean the same however their lines end (%s)", (syntax) => {
  const path = `printed${endingOf[syntax]}`;
  const property = fc.property(randomTree, ({ tree, comments }) => {
    const text = printTree(tree, syntax, comments);
    for (const [, write] of writings) expect(meaningOf(path, write(text))).toEqual(meaningOf(path, text));
  });
  fc.assert(property, { seed: 20_261_127, numRuns: 60 });
});

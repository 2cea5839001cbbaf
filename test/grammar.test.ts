/** Editors colour a waybill as the parser reads it: each token of each DSL fixture has the colour of what it is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CstElement, IToken } from "chevrotain";
import { expect, test } from "vitest";
import { lexFile } from "../src/compiler/frontend/dsl/lex.ts";
import { sharedParser } from "../src/compiler/frontend/dsl/parser.ts";
import { createSourceFile } from "../src/compiler/source/source-file.ts";
import { expectSnapshot } from "./support/snapshots.ts";
import { colour, loadGrammar } from "./support/text-mate.ts";

const folder = "test/fixtures/parity";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".waybill"))
  .map((path) => join(folder, path))
  .sort();
const grammar = await loadGrammar();

/** The scopes that a token may have, by what the parser takes it for. */
const scopes: Readonly<Record<string, RegExp>> = {
  // A dot joins the words of one name.
  Dot: /^(?:support\.function|variable\.other\.source)\./,
  Word: /^(?:string\.unquoted\.name|support\.(?:constant\.setting|function)|variable\.other\.source)\./,
  Text: /^(?:string\.quoted\.double|constant\.character\.escape)\./,
  NumberLiteral: /^constant\.numeric\./,
  EnvironmentReference: /^variable\.other\.environment\./,
  constant: /^constant\.language\./,
  operator: /^keyword\.operator\.word\./,
  keyword: /^keyword\.other\.(?:section|statement|modifier)\./,
  sign: /^(?:keyword\.operator|punctuation)\./,
  comment: /^comment\.line\./,
};

function kindOf(name: string, { image }: IToken): string {
  if (/^(?:true|false|otherwise)Keyword$/.test(name)) return "constant";
  if (/^(?:or|and|not|in)Keyword$/.test(name)) return "operator";
  if (name.endsWith("Keyword")) return "keyword";
  if (name === "replaced") return "Word";
  return Object.hasOwn(scopes, name) ? name : /^[\w"]/.test(image) ? "unknown" : "sign";
}

type Found = readonly [kind: string, token: IToken];

/** Returns the tokens below a node of the concrete tree, each with what the parser takes it for. */
function tokensBelow(name: string, element: CstElement): readonly Found[] {
  if ("image" in element) return [[kindOf(name, element), element]];
  return Object.entries(element.children).flatMap(([key, inner]) =>
    inner.flatMap((child) => tokensBelow(key, child)),
  );
}

function tokensOf(text: string): readonly Found[] {
  const file = createSourceFile("mapping.waybill", text);
  const lexed = lexFile(text, {
    spanOf: (start, end) => ({ file, start, end }),
    report(code) {
      throw new Error(code);
    },
  });
  if (lexed === undefined) throw new Error("too large");
  const parser = sharedParser();
  parser.input = [...lexed.tokens];
  const tokens = tokensBelow("file", parser.file());
  expect(parser.errors).toEqual([]);
  const shown = tokens.filter(([, { tokenType }]) => tokenType.name !== "LineBreak");
  return [...shown, ...lexed.comments.map((token) => ["comment", token] as const)];
}

test.each(files)("every token of %s has the colour of what it is", (path) => {
  const text = readFileSync(path, "utf8");
  const coloured = colour(grammar, text);
  const tokens = tokensOf(text);
  expect(tokens.length).toBeGreaterThan(2);
  for (const [kind, { startOffset, image }] of tokens) {
    const own = coloured.filter(({ start, end }) => start < startOffset + image.length && end > startOffset);
    for (const part of own) {
      const place = `${kind} \`${image}\` at ${startOffset} is ${part.scopes.join(" ")}`;
      expect(part.scopes.at(-1), place).toMatch(scopes[kind] ?? /never/);
    }
  }
});

test("the colours of one waybill are those that were reviewed", () => {
  const text = readFileSync(join(folder, "everything", "mapping.waybill"), "utf8");
  const lines = colour(grammar, text)
    .map(({ start, end, scopes: [, ...own] }) => [text.slice(start, end), own.join(" ")] as const)
    .filter(([part]) => part.trim() !== "")
    .map(([part, own]) => `${part.trim().padEnd(34)} ${own.replaceAll(".waybill", "")}`);
  expectSnapshot("test/fixtures/colours.snap.txt", `${lines.join("\n")}\n`);
});

test("what cannot be read has a colour too, and the next statement its own", () => {
  const text = 'attribute "not closed\nevent x -> y {\n  when "a\\q"\n}\nevnt z\nscreen s';
  const wordAt = (word: string) =>
    colour(grammar, text)
      .find(({ start, end }) => text.slice(start, end) === word)
      ?.scopes.at(-1);
  expect(wordAt("event")).toBe("keyword.other.section.waybill");
  expect(wordAt("\\q")).toBe("invalid.illegal.escape.waybill");
  expect(wordAt("screen")).toBe("keyword.other.section.waybill");
});

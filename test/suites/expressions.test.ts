/**
 * Expressions against tables written by hand. In `values`, `text("…")` stands for a text: an attribute of the batch with
 * that value, or the text itself, which the compiler folds; `missing` for what is absent. Both give the same, in the
 * interpreter and in emitted code.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { ExpressionTree } from "../../src/compiler/ast/expression.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { createCollector, messageOf } from "../../src/compiler/diagnostics/diagnostic.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { parseExpression } from "../../src/compiler/frontend/dsl/parse-expression.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import type { Drop, Result } from "../../src/runtime/emitted/result.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { entry, memoryReader } from "../support/memory-reader.ts";

interface Table {
  readonly words?: Readonly<Record<string, string>>;
  /** Attributes of the batch, as JSON text. */
  readonly attributes?: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

type Engine = (batch: string) => Result<readonly Drop[]>;
type Values = Readonly<Record<string, string | null>>;

const folder = "test/fixtures/expressions";
const tables = readdirSync(join(folder, "values")).sort();
const attributeLimit = 200;

const precedence: Readonly<Record<string, string>> = parse(read("precedence.yaml"));

test.each(Object.entries(precedence))("%s is read as %s", (expression, parenthesised) => {
  expect(shapeOf(expression)).toBe(shapeOf(parenthesised));
});

test.each(tables)("%s holds where values are read from a batch", (name) => {
  const table: Table = parse(read(join("values", name)));
  expect(valuesOf(table, { text: "user", missing: 'user("missing")' })).toEqual(wanted(table));
});

test.each(tables)("%s holds where values are written out and folded", (name) => {
  const table: Table = parse(read(join("values", name)));
  expect(valuesOf(table, { text: "string", missing: 'gender("?")' })).toEqual(wanted(table));
});

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** Returns the tree of an expression, without places. */
function shapeOf(text: string): string {
  const file = createSourceFile("expression", text);
  const { diagnostics, report } = createCollector();
  const tree: ExpressionTree = parseExpression(text, {
    spanOf: (start, end) => ({ file, start, end }),
    report,
  });
  expect(diagnostics.map(messageOf)).toEqual([]);
  return JSON.stringify(tree, (key, member: unknown) => (/span/i.test(key) ? undefined : member));
}

function wanted({ values }: Table): Values {
  return mapValues(values, (value) => (value === null ? null : String(value)));
}

function mapValues<T, R>(map: Readonly<Record<string, T>>, change: (value: T) => R) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** Returns what each expression gives in both engines, which have to agree. */
function valuesOf(table: Table, base: Readonly<Record<string, string>>): Values {
  const words = { ...mapValues(table.words ?? {}, (word) => replaceWords(word, base)), ...base };
  const expressions = Object.keys(table.values);
  const texts = expressions.flatMap((text) => textsIn(replaceWords(text, table.words ?? {})));
  const own = table.attributes?.trim().slice(1, -1) ?? "";
  const more = JSON.stringify(Object.fromEntries(texts.map((text) => [text, text]))).slice(1, -1);
  const attributes = `{${[own, more].filter((part) => part !== "").join(",")}}`;
  const batch = `{"mpid":7,"user_identities":{"customer_id":"c"},"user_attributes":${attributes}}`;
  const found: Record<string, string | null> = {};
  for (let first = 0; first < expressions.length; first += attributeLimit) {
    const some = expressions.slice(first, first + attributeLimit);
    const [reference, emitted] = enginesOf(some.map((expression) => replaceWords(expression, words)));
    const sent = sentBy(reference, batch);
    expect(sentBy(emitted, batch)).toEqual(sent);
    for (const [index, expression] of some.entries()) found[expression] = sent[`e${index}`] ?? null;
  }
  return found;
}

/** Replaces words outside of double quotes. */
function replaceWords(expression: string, words: Readonly<Record<string, string>>): string {
  return expression.replace(/"(?:[^"\\]|\\.)*"|[A-Za-z_][\w.]*/g, (word) => {
    return Object.hasOwn(words, word) ? (words[word] ?? word) : word;
  });
}

function textsIn(expression: string): readonly string[] {
  return [...expression.matchAll(/\btext\(("(?:[^"\\]|\\.)*")\)/g)].map((match) =>
    JSON.parse(match[1] ?? ""),
  );
}

/** Mutation testing runs a table again and again: it is not about what the compiler makes. */
const compiled = new Map<string, readonly [Engine, Engine]>();

function enginesOf(expressions: readonly string[]): readonly [Engine, Engine] {
  const key = JSON.stringify(expressions);
  const engines = compiled.get(key) ?? compile(expressions);
  compiled.set(key, engines);
  return engines;
}

function compile(expressions: readonly string[]): readonly [Engine, Engine] {
  const attributes = expressions.map((value, index) => ({ attribute: `e${index}`, value }));
  const text = JSON.stringify({ waybill: 1, name: "expressions", profile: { attributes } });
  const { program, module, diagnostics } = compileWaybill(entry, memoryReader({ [entry]: text }));
  if (program === undefined || module === undefined) throw new Error(renderText(diagnostics));
  const forward = loadEmitted(module);
  return [(batch) => interpret(program, batch), (batch) => forward(batch, { drops: "full" })];
}

function sentBy(engine: Engine, batch: string): Readonly<Record<string, string>> {
  const [request] = engine(batch).requests;
  return JSON.parse(request?.body ?? "{}").user?.user_profile ?? {};
}

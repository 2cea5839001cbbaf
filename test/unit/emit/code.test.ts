import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import {
  array,
  block,
  type Code,
  call,
  code,
  docComment,
  identifier,
  lineComment,
  lines,
  nameOf,
  object,
  type Printable,
} from "../../../src/compiler/emit/code.ts";
import { createNames } from "../../../src/compiler/emit/names.ts";
import { print } from "../../../src/compiler/emit/print.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";

function textOf(fragment: Code): string {
  return print(fragment, "a.ts", []).text;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true);
}

/** Returns the value of the module's one expression statement, read by TypeScript and by JavaScript alike. */
function literalIn(text: string): string {
  const [statement, ...others] = parse(text).statements;
  expect(others).toEqual([]);
  if (statement === undefined || !ts.isExpressionStatement(statement))
    throw new Error(`Not one expression: ${text}`);
  if (!ts.isStringLiteral(statement.expression)) throw new Error(`Not a string literal: ${text}`);
  return statement.expression.text;
}

test.each(hostileTexts.map((text) => [JSON.stringify(text), text] as const))(
  "the text %s is a literal of itself",
  (_, text) => {
    const printed = textOf(code`${text};`);
    expect(literalIn(printed)).toBe(text);
    expect(printed.trimEnd()).not.toMatch(/[\r\n\u2028\u2029\p{Cf}\u007f-\u009f\0]/u);
    expect(printed).not.toMatch(/<\/script/i);
  },
);

test("any text is a literal of itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(literalIn(textOf(code`${text};`))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test("a comment never ends early, begins a line or hides text, whatever stands in it", () => {
  for (const text of hostileTexts) {
    for (const comment of [docComment(text), lineComment(text)]) {
      const printed = textOf(lines([comment, code`end;`]));
      expect(printed.split(/[\r\n\u2028\u2029]/)).toHaveLength(3);
      expect(parse(printed).statements.map((statement) => statement.getText())).toEqual(["end;"]);
      expect(printed.split("\n")[0]).not.toMatch(/[\p{Cf}\p{Cc}\p{Surrogate}]/u);
    }
  }
});

test("what a comment could end, hide or instruct with is broken up, and the rest is as it was", () => {
  const text = " \u202e a */ b </SCRIPT> //# c //@ d // e\r\n\t'f' \ud83d ";
  expect(textOf(docComment(text))).toBe("/** a *\\/ b <\\/SCRIPT> /\\/# c /\\/@ d // e 'f' */\n");
});

test("a literal stands in the quotes that take fewer escapes", () => {
  expect(textOf(code`${`say "a" and 'b' "c"`}`)).toBe(`'say "a" and \\'b\\' "c"'\n`);
  expect(textOf(code`${`"a" 'b' \\`}`)).toBe(`"\\"a\\" 'b' \\\\"\n`);
});

test("numbers, booleans and null are literals, and nothing else can be printed", () => {
  const printed = [0, -0, 1.5, -3, 1e21, true, false, null].map((value) => textOf(code`${value}`).trimEnd());
  expect(printed).toEqual(["0", "-0", "1.5", "-3", "1e21", "true", "false", "null"]);
  const wrong: readonly unknown[] = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    {},
    [],
    () => 1,
    1n,
    Symbol("s"),
  ];
  for (const value of wrong) expect(() => code`${value as Printable}`).toThrow(TypeError);
});

test("an object that only looks like a fragment is refused", () => {
  const fake = JSON.parse('{"layout":"alert(1)","kind":"group","content":"alert(1)"}');
  expect(() => code`${fake}`).toThrow(TypeError);
  expect(() => call(fake, [])).toThrow();
});

test("an identifier is one word of ASCII", () => {
  for (const name of ["a", "$", "_x1"]) expect(identifier(name)).toBe(name);
  for (const name of ["", "1a", "a b", "a-b", "a;b", "ä", "a\n", "__proto__;"]) {
    expect(() => identifier(name)).toThrow(TypeError);
  }
});

test("names come from the user's words, are free, and keep clear of what JavaScript reserves", () => {
  const names = createNames(["send"]);
  const cases: readonly (readonly [string, string])[] = [
    ["Send purchases", "sendPurchases"],
    ["send purchases", "sendPurchases2"],
    ["send", "send2"],
    ["class", "class2"],
    ["await", "await2"],
    ["HTTPServer", "httpServer"],
    ["2024 sale", "n2024Sale"],
    ["日本", "fallback"],
    ["*/ alert(1)", "alert1"],
    ["__proto__", "proto"],
    ["constructor", "constructor"],
    ["eval", "eval2"],
    ["arguments", "arguments2"],
  ];
  for (const [text, expected] of cases) expect(names.allocate(text, "fallback")).toBe(expected);
  expect(createNames([]).allocate("x".repeat(500), "fallback").length).toBeLessThanOrEqual(60);
});

test("a group stands on one line where it fits, and one item a line with a comma where it does not", () => {
  const items = (count: number) => Array.from({ length: count }, (_, index) => `item ${index}`);
  expect(textOf(code`f(${array(items(2))});`)).toBe('f(["item 0", "item 1"]);\n');
  const long = textOf(code`const list = ${array(items(12))};`);
  expect(long).toBe(
    `const list = [\n${items(12)
      .map((item) => `  "${item}",\n`)
      .join("")}];\n`,
  );
  expect(textOf(code`${object([[identifier("a"), 1]])}`)).toBe("{ a: 1 }\n");
  expect(textOf(code`${array([])}${object([])}${call(nameOf(identifier("f")), [])}`)).toBe("[]{}f()\n");
});

test("a line may have 110 characters, what follows the group included", () => {
  const printed = (length: number) => textOf(code`const x = ${array(["a".repeat(length), "b"])};`);
  expect(printed(90)).toBe(`const x = ["${"a".repeat(90)}", "b"];\n`);
  expect(printed(90).trimEnd()).toHaveLength(110);
  expect(printed(91).split("\n")).toHaveLength(5);
});

test("blocks indent what is in them and leave empty lines empty", () => {
  const text = textOf(block(code`if (a)`, [code`b;`, code``, block(code`if (c)`, [code`d;`])]));
  expect(text).toBe("if (a) {\n  b;\n\n  if (c) {\n    d;\n  }\n}\n");
});

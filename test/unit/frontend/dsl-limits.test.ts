import { Lexer } from "chevrotain";
import { expect, test } from "vitest";
import { compileWaybill } from "../../../src/compiler/compile.ts";
import { findExcess } from "../../../src/compiler/frontend/dsl/find-excess.ts";
import { allTokens } from "../../../src/compiler/frontend/dsl/tokens.ts";
import { memoryReader } from "../../support/memory-reader.ts";

const head = "waybill 1 large\n";
const valued = (expression: string) => `${head}event a -> b { attribute c { value ${expression} } }\n`;

/** Texts that would take long or much stack, each with the one code that they get. */
const bombs: Readonly<Record<string, readonly [code: string, text: string]>> = {
  "a long sum": ["nesting-too-deep", valued(`value${" + 1".repeat(990)}`)],
  "signs without end": ["nesting-too-deep", valued(`${"-".repeat(200_000)}1`)],
  "a negation without end": ["nesting-too-deep", `${head}source { when ${"not ".repeat(49_000)} true }`],
  "parentheses without end": ["nesting-too-deep", valued("(".repeat(200_000))],
  "blocks without end": ["nesting-too-deep", `${head}${"event a {\n".repeat(16_000)}`],
  "closing braces": ["unknown-statement", `${head}${"} ".repeat(140_000)}`],
  "more tokens than there may be": ["file-too-complex", `${head}${";".repeat(300_001)}`],
  "more values than there may be": ["file-too-complex", `${head}${"event a -> \n".repeat(25_001)}`],
  "references that are not closed": ["unknown-statement", `${head}${"${".repeat(1_000_000)}`],
  "quotes that are not closed": ["file-too-complex", `${head}${'"\n'.repeat(150_001)}`],
  "backslashes in a text that is not closed": ["unclosed-text", `${head}event "${"\\".repeat(1_000_000)}\n`],
  "signs that mean nothing": ["unknown-character", `${head}${"@ ".repeat(140_000)}`],
  "words that begin nothing": ["unknown-statement", `${head}${"foo ".repeat(49_000)}`],
};

test.each(Object.entries(bombs))("%s: one diagnostic, soon", (_, [code, text]) => {
  const start = process.cpuUsage();
  const { diagnostics } = compileWaybill("large.waybill", memoryReader({ "large.waybill": text }));
  const { user } = process.cpuUsage(start);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  // Many times what it takes, for slow machines; what grows with the square of the length takes minutes.
  expect(user / 1000).toBeLessThan(5_000);
});

test.each([
  ["statements that belong elsewhere", "connection {", "  attribute a"],
  ["statements that do not end", "profile {", "  attribute -> {"],
  ["words that are none of the language", "sessionm {", "  whatever a, b"],
])("%s, without end: twenty diagnostics, soon", (_, opening, line) => {
  const text = `${head}${opening}\n${`${line}\n`.repeat(5_000)}}\nevent a -> b\n`;
  const start = process.cpuUsage();
  const { diagnostics } = compileWaybill("large.waybill", memoryReader({ "large.waybill": text }));
  const { user } = process.cpuUsage(start);
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(diagnostics.length).toBeLessThanOrEqual(20);
  expect(user / 1000).toBeLessThan(5_000);
});

test("an expression as deep as it may be is compiled", () => {
  const text = valued(`${"(".repeat(60)}value${" + 1".repeat(240)}${")".repeat(60)}`);
  const { module } = compileWaybill("deep.waybill", memoryReader({ "deep.waybill": text }));
  expect(module?.code).toContain("add(");
});

test("the lexer has a token for every character, so that it never leaves one out by itself", () => {
  const lexer = new Lexer([...allTokens], { positionTracking: "onlyOffset" });
  expect(lexer.lexerDefinitionErrors).toEqual([]);
  for (let code = 0; code <= 0xffff; code++) {
    const { errors } = lexer.tokenize(String.fromCharCode(code));
    expect(errors, `character ${code}`).toEqual([]);
  }
});

test("no text is found to have more tokens than the lexer makes of it", () => {
  const lexer = new Lexer([...allTokens], { positionTracking: "onlyOffset" });
  const pieces = [
    '"a"',
    '"a\\"b',
    "# c",
    "\n\n",
    " ",
    "word",
    "12.5e3",
    "->",
    "==",
    "a.b",
    "${X}",
    "é",
    "}",
    "??",
  ];
  for (let seed = 1; seed < 500; seed++) {
    const text = pieces
      .map((_, index) => pieces[(seed * (index + 3)) % pieces.length])
      .join(seed % 2 ? "" : " ");
    const { tokens, groups } = lexer.tokenize(text);
    const made = tokens.length + Object.values(groups).reduce((sum, group) => sum + group.length, 0);
    const spaces = text.match(/[ \t]+/g)?.length ?? 0;
    expect(findExcess(text, made + spaces), text).toBeUndefined();
  }
});

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkText, codesOf } from "../../support/memory-reader.ts";

const mebibyte = 1024 * 1024;
const head = "waybill: 1\nname: loyalty\n";

function fill(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function list(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join("");
}

/** Fragments that, repeated, nest or multiply something in the lexer, the parser or the composer. */
const units: readonly string[] = [
  ..."[ ] { } ( ) , : ? - | > & * ! # % @ ` ' \" ~ \t \n \r \0 \ud800 \ufeff \u2028 é x".split(" "),
  " ",
  "[a, ",
  "{a: ",
  "{a: [",
  "? ",
  "? a\n",
  "- ",
  "-\n",
  "- - - \n",
  "- a\n",
  "a: ",
  "a:\n",
  "a: b\n",
  "|\n",
  ">\n",
  "&a ",
  "&a [",
  "*a ",
  "!a ",
  "!!str ",
  "<<: *a\n",
  "%A\n",
  "---\n",
  "...\n",
  "'a' ",
  '"a" ',
  '"\\x',
];

test.each(units.map((unit) => [JSON.stringify(unit), unit] as const))(
  "%s repeated ends in diagnostics",
  (_, unit) => {
    for (const length of [1024, 20 * 1024]) {
      expect(codesOf(fill(unit, length))).not.toEqual([]);
      expect(codesOf(`${head}events:\n  - ${fill(unit, length)}`)).toEqual(expect.any(Array));
    }
  },
);

test("two calls on a thousand brackets do not abort the process", () => {
  for (let count = 0; count < 20; count++) expect(codesOf("[".repeat(1000))).toEqual(["nesting-too-deep"]);
});

/** Cases beyond a limit, and the code each ends in. */
const beyond: readonly (readonly [title: string, code: string, make: () => string])[] = [
  ["a file of 4 MiB and one byte", "file-too-large", () => `${head}#${fill("x", 4 * mebibyte)}`],
  [
    "a file whose bytes are too many, not its characters",
    "file-too-large",
    () => `#${fill("é", 2.2 * mebibyte)}`,
  ],
  ["four mebibytes of brackets", "nesting-too-deep", () => fill("[", 4 * mebibyte)],
  ["four mebibytes of dashes", "file-too-complex", () => fill("- ", 4 * mebibyte)],
  ["four mebibytes of flow mappings", "nesting-too-deep", () => fill("{a: ", 4 * mebibyte)],
  ["four mebibytes of question marks", "file-too-complex", () => fill("? ", 4 * mebibyte)],
  ["a kilobyte of dashes", "nesting-too-deep", () => fill("- ", 1024)],
  ["a kilobyte of question marks", "nesting-too-deep", () => fill("? ", 1024)],
  ["nesting by indentation", "nesting-too-deep", () => list(1300, (index) => `${" ".repeat(index)}a:\n`)],
  ["lists after a harmless head", "nesting-too-deep", () => `${head}events: ${fill("[", mebibyte)}`],
  [
    "20,000 keys in one mapping",
    "file-too-complex",
    () => `${head}attribute_sets:\n${list(20_000, (n) => `  k${n}: [a]\n`)}`,
  ],
  ["60,000 keys in one mapping", "file-too-complex", () => list(60_000, (n) => `k${n}: a\n`)],
  [
    "a flow list of 60,000 items",
    "file-too-complex",
    () => `${head}events: [${list(60_000, (n) => `e${n}, `)}]`,
  ],
  ["60,000 aliases", "file-too-complex", () => `${head}events: [&a x, ${list(60_000, () => "*a, ")}]`],
  ["four mebibytes of line breaks", "file-too-complex", () => fill("\n", 4 * mebibyte)],
  ["four mebibytes of comments", "file-too-complex", () => fill("#\n", 4 * mebibyte)],
  ["a billion laughs", "file-too-complex", () => laughs(60)],
  ["aliases that nest ever deeper", "nesting-too-deep", () => chain(100)],
];

function laughs(levels: number): string {
  const first = "waybill: 1\nk0: &a0 [lol, lol]\n";
  return first + list(levels, (n) => `k${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`);
}

function chain(levels: number): string {
  return `waybill: 1\nk0: &a0 [x]\n${list(levels, (n) => `k${n + 1}: &a${n + 1} [*a${n}]\n`)}`;
}

test.each(beyond)("%s ends in %s within 250 ms", (_, code, make) => {
  const text = make();
  const ordinary = `${head}events:\n${list(2_500, (n) => `  - event: E${n}\n    to: e${n}\n`)}`;
  let isFast = false;
  for (let run = 0; run < 5 && !isFast; run++) {
    const spent = processorTime(() => expect(codesOf(text)).toEqual([code]));
    // Other work on the machine must not fail the test: reading 5,000 ordinary lines takes a third of the limit.
    isFast = spent < Math.max(250, 3 * processorTime(() => codesOf(ordinary)));
  }
  expect(isFast).toBe(true);
});

/** Returns the milliseconds of processor time that the work takes. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

/** Large files within the limits: they may take a while, but not forever. */
const within: readonly (readonly [title: string, make: () => string])[] = [
  ["49,000 events", () => `${head}events: [${list(49_000, (n) => `e${n}, `)}]`],
  ["40,000 events of one name", () => `${head}events: [${list(40_000, () => "e, ")}]`],
  ["20,000 entries of a wrong type", () => `${head}events:\n${list(20_000, () => "  - [a]\n")}`],
  [
    "20,000 events beside 20,000 that are defined",
    () =>
      `${head}sessionm: {events: [${list(20_000, (n) => `one_${n}, `)}]}\nevents: [${list(20_000, (n) => `two_${n}, `)}]`,
  ],
  [
    "sets that double forty times",
    () =>
      `${head}attribute_sets:\n  s0: [a]\n${list(40, (n) => `  s${n + 1}: [set: s${n}, set: s${n}]\n`)}profile: {attributes: [set: s40]}\n`,
  ],
  [
    "ten thousand sets, each in the next",
    () =>
      `${head}attribute_sets:\n  s0: [a]\n${list(9_999, (n) => `  s${n + 1}: [set: s${n}]\n`)}profile: {attributes: [set: s9999]}\n`,
  ],
  [
    "a set of 10,000 attributes in 5,000 events",
    () =>
      `${head}attribute_sets: {s: [${list(10_000, (n) => `a${n}, `)}]}\nevents:\n${list(5_000, (n) => `  - {event: e${n}, attributes: [set: s]}\n`)}`,
  ],
];

test.each(within)("%s are checked in seconds", (_, make) => {
  const start = process.cpuUsage();
  expect(checkText(make()).diagnostics).toEqual(expect.any(Array));
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(6);
});

test("sets in sets have the same limits as other nesting", () => {
  const sets = (levels: number) =>
    `${head}attribute_sets:\n  s0: [a]\n${list(levels - 1, (n) => `  s${n + 1}: [set: s${n}]\n`)}profile: {attributes: [set: s${levels - 1}]}\n`;
  expect(codesOf(sets(64))).toEqual([]);
  expect(codesOf(sets(65))).toEqual(["nesting-too-deep"]);
});

test("64 levels are allowed, 65 are not", () => {
  const nested = (levels: number) =>
    `waybill: 1\nname: ${"[".repeat(levels - 1)}x${"]".repeat(levels - 1)}\n`;
  expect(codesOf(nested(64))).toEqual(["wrong-type"]);
  expect(codesOf(nested(65))).toEqual(["nesting-too-deep"]);
});

/** What YAML allows and waybills do not, or what looks like trouble and is none. */
const texts: readonly (readonly [title: string, text: string, codes: readonly string[]])[] = [
  ["a YAML 1.1 directive that would make `no` a boolean", `%YAML 1.1\n---\n${head}`, ["yaml-directive"]],
  ["a tag directive", `%TAG ! tag:example.com,2000:\n---\n${head}`, ["yaml-directive"]],
  [
    "words that YAML 1.1 reads as booleans",
    `${head}events: [no, yes, on, off, y, n, NO]`,
    ["lookalike-names"],
  ],
  ["numbers in other bases", `${head}events: [0777, 0x1f, 1_000]`, ["quote-this", "quote-this"]],
  ["a merge key", `${head}profile: {<<: {lists: json}}`, ["yaml-merge-key"]],
  ["a quoted merge key, which is a name", `${head}events: ["<<": less]`, []],
  ["a custom tag", `${head}description: !secret x`, ["yaml-tag"]],
  ["a binary tag", `${head}description: !!binary aGk=`, ["yaml-tag"]],
  ["the tag of a text", `${head}description: !!str text`, []],
  ["a timestamp", `${head}description: 2024-01-01`, []],
  ["a second document", `${head}---\n${head}`, ["yaml-documents"]],
  ["an explicit start and end", `---\n${head}...\n`, []],
  ["text after the end", `${head}...\nwaybill: 1\n`, ["yaml-documents"]],
  ["a tab for indentation", `${head}profile:\n\tlists: json`, ["yaml-tab"]],
  ["a tab within quotes", `${head}description: "a\tb"`, []],
  ["a tab within a comment", `${head}#\ttab\n`, []],
  ["Windows line ends", `${head}events:\n  - Purchase: purchase\n`.replaceAll("\n", "\r\n"), []],
  ["a byte order mark", `\ufeff${head}`, []],
  ["two byte order marks", `\ufeff\ufeff${head}`, ["unknown-key"]],
  ["an unclosed double quote", `${head}events: ["Purchase`, ["yaml-syntax"]],
  ["an unclosed single quote", `${head}events:\n  - 'Purchase\n  - Visit\n`, ["yaml-syntax"]],
  ["an unclosed bracket", `${head}events: [Purchase`, ["yaml-syntax"]],
  ["an unclosed brace", `${head}profile: {lists: json\nevents: []\n`, ["yaml-syntax"]],
  ["a closing bracket too many", `${head}events: [Purchase]]\n`, ["yaml-syntax"]],
  ["an anchor that refers to itself", `${head}events: &a [*a]`, ["yaml-alias"]],
  ["an alias before its anchor", `${head}events: [*a, &a x]`, ["yaml-alias"]],
  ["the key `__proto__` at the root", `${head}__proto__: {}\n`, ["unknown-key"]],
  ["names of Object's members", `${head}events: [__proto__, constructor, toString, hasOwnProperty]`, []],
  [
    "a set called `__proto__`",
    `${head}attribute_sets: {__proto__: [a]}\nprofile: {attributes: [set: __proto__]}`,
    [],
  ],
  ["a lone surrogate", `${head}events: ["\\ud800"]`, []],
  ["nothing", "", ["missing-version"]],
  ["white space", " \n\n  \n", ["missing-version"]],
  ["null", "~", ["wrong-type"]],
  ["an alias as the root", "*a", ["yaml-alias"]],
];

test.each(texts)("%s is judged as it should be", (_, text, codes) => {
  expect(codesOf(text)).toEqual(codes);
});

test("bombs end the command in exit status 1 and not in a signal", () => {
  const folder = mkdtempSync(join(tmpdir(), "waybill-"));
  try {
    const bombs = ["[", "{a: ", "- ", "? ", "&a [", "[{"].flatMap((unit) => [
      fill(unit, 1000),
      fill(unit, mebibyte),
    ]);
    const files = bombs.map((text, index) => {
      const path = join(folder, `bomb-${index}.waybill.yaml`);
      writeFileSync(path, text);
      return path;
    });
    const { status, signal, stderr } = spawnSync(process.execPath, ["bin/waybill.cjs", "check", ...files]);
    expect([status, signal, String(stderr)]).toEqual([1, null, ""]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

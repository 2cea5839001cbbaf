import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue, type DiagnosticCode } from "../src/compiler/diagnostics/catalogue/index.ts";
import type { Definition } from "../src/compiler/diagnostics/define.ts";
import type { Message } from "../src/compiler/diagnostics/message.ts";
import { renderText } from "../src/compiler/diagnostics/render-text.ts";
import type { Syntax } from "../src/compiler/source/syntax.ts";
import { diagnosticFixtures } from "./support/diagnostic-fixtures.ts";
import { diagnosticsOfExample, exampleFiles, pagesFolder, pageText } from "./support/diagnostic-page.ts";

const codes = Object.keys(catalogue) as DiagnosticCode[];

/** A message as it reads before its arguments are filled in: each argument is one character. */
const syntaxes: readonly Syntax[] = ["yaml", "dsl"];

/** Returns a message as each syntax shows it, once where they agree. */
function plainTexts({ texts, placeholders }: Message<string>): readonly string[] {
  const inSyntax = (syntax: Syntax) =>
    texts.map((text, index) => text + shown(placeholders[index], syntax)).join("");
  return [...new Set(syntaxes.map(inSyntax))];
}

function shown(placeholder: Message<string>["placeholders"][number] | undefined, syntax: Syntax): string {
  if (placeholder === undefined) return "";
  return "code" in placeholder ? `\`${placeholder.code[syntax]}\`` : "…";
}

const messages = codes.flatMap((code) => {
  return plainTexts(catalogue[code].message).map((text) => [code, text] as const);
});
const hints = codes.flatMap((code) => {
  const { hints: own }: Definition = catalogue[code];
  return (own ?? []).flatMap((hint) => plainTexts(hint).map((text) => [code, text] as const));
});
const texts = [...messages, ...hints];

/** What may begin a hint that is no question. */
const verbs = new Set(
  "Add Begin Define Fill Give Indent Join Keep Leave List Move Name Put Quote Remove Revoke Save Send Split Start Use Write".split(
    " ",
  ),
);

test("every code has a fixture and every fixture folder a code", () => {
  const shownCodes = new Set(diagnosticFixtures().map((fixture) => fixture.code));
  expect([...shownCodes].sort()).toEqual([...codes].sort());
});

test("every code is reported somewhere", () => {
  const source = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("catalogue"))
    .map((path) => readFileSync(join("src", path), "utf8"))
    .join("\n");
  const reported = new Set([...source.matchAll(/\breport\(\s*"([a-z0-9-]+)"/g)].map((match) => match[1]));
  expect(codes.filter((code) => !reported.has(code))).toEqual([]);
});

test("every code is kebab-case words", () => {
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
});

test.each(messages)("the message of %s is one short sentence", (_, text) => {
  expect(text).toMatch(/^[A-Z`…]/);
  expect(text).toMatch(/\.$/);
  expect(text.replace(/`[^`]*`/g, "")).not.toMatch(/[.?!]\s/);
  expect(text).not.toMatch(/[\r\n]/);
  expect(text.length).toBeLessThanOrEqual(100);
});

test.each(hints)("the hint of %s says what to do: %s", (_, text) => {
  const first = /^[A-Za-z]+/.exec(text)?.[0] ?? "";
  expect(text.endsWith("?") || text.startsWith("…") || verbs.has(first)).toBe(true);
  expect(text).toMatch(/[.?]$/);
  expect(text).not.toMatch(/[\r\n]/);
});

test.each(texts)("the wording of %s blames nobody: %s", (_, text) => {
  expect(text).not.toMatch(/\b(?:invalid|illegal|please|oops|sorry|fatal)\b/i);
  expect(text).not.toMatch(/\bmust\b.*\bmust\b/i);
  // Words of the language stand between backticks, such as the target `node`.
  const ours = text.replace(/`[^`]*`/g, "");
  expect(ours).not.toMatch(/\b(?:node|token|schema|ast|undefined|null pointer)\b/i);
});

test("every code has a page, and every page is that of a code", () => {
  const pages = readdirSync(pagesFolder).map((name) => name.replace(/\.md$/, ""));
  expect(pages.sort()).toEqual([...codes].sort());
});

test.each(codes)("the page of %s says what, why and what to do", (code) => {
  const prose = pageText(code).replace(/^```.*?^```$/gms, "");
  const headings = [...prose.matchAll(/^#+ .*$/gm)].map(([heading]) => heading);
  const isShared = headings.includes("## Both use");
  expect(headings).toEqual([
    `# ${code}`,
    "## Why",
    "## What to do",
    "## Fails",
    "## Corrected",
    ...(isShared ? ["## Both use"] : []),
  ]);
  expect(pageText(code)).toMatch(
    /^# .*\n\n(?:mParticle|[A-Z`]).*\S\n[\s\S]*\n## Why\n\n(?:mParticle|[A-Z`])/,
  );
});

test.each(codes)("the failing example of %s gives it, and the corrected one does not", async (code) => {
  const page = pageText(code);
  const { severity } = catalogue[code];
  const failing = await diagnosticsOfExample(exampleFiles(page, "failing"));
  const others = failing.filter((found) => found.code !== code && found.severity !== "info");
  expect(failing.map((found) => found.code)).toContain(code);
  expect(renderText(others)).toBe("");
  const corrected = await diagnosticsOfExample(exampleFiles(page, "corrected"));
  const left = corrected.filter((found) => found.code === code || found.severity !== "info");
  expect(renderText(left)).toBe("");
  expect(failing.find((found) => found.code === code)?.severity).toBe(severity);
});

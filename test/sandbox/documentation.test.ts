import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { sandboxCommand } from "../../src/cli/commands/sandbox.ts";
import { faultNames } from "../../src/sandbox/faults.ts";
import { inspections } from "../../src/sandbox/inspection.ts";
import { openQuestions } from "../../src/sandbox/open-questions.ts";
import { parseScript } from "../../src/sandbox/parse-script.ts";
import { isProblem } from "../../src/sandbox/problem.ts";
import { renderValues, switchList } from "../../src/sandbox/switches.ts";

const text = await readFile(new URL("../../docs/sandbox.md", import.meta.url), "utf8");
// The formatter pads the columns of tables.
const page = text.replace(/ +/g, " ");

test("the page has every switch, as the table of switches has it", () => {
  const rows = switchList.map(([name, definition]) => {
    const values = renderValues(definition).replaceAll(" | ", ", ");
    const question = definition.question === undefined ? "" : `${definition.question} `;
    return `| ${question}| \`${name}\` | ${values} | ${definition.about} |`;
  });
  expect(page).toContain(rows.join("\n"));
});

test("the page has every open question, fault, inspection and flag", () => {
  for (const [number, question] of openQuestions) expect(page).toContain(`\n${number}. ${question}`);
  for (const name of faultNames) expect(page).toContain(`| \`${name}\` |`);
  for (const { path, about } of inspections) expect(page).toContain(`| \`${path}\` | ${about} |`);
  for (const [flag] of sandboxCommand.usage.matchAll(/^ {2}--[a-z-]+/gm)) expect(page).toContain(flag.trim());
});

test("the scripts on the page are scripts", () => {
  const scripts = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, script = ""]) => JSON.parse(script));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.map(parseScript).filter(isProblem)).toEqual([]);
});

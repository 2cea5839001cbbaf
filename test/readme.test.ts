import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "waybill-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the text of the only fenced block with an info string. */
function block(info: string): string {
  const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter((match) => match[1] === info);
  expect(blocks).toHaveLength(1);
  return blocks[0]?.[2] ?? "";
}

const waybillFile = join(folder, "loyalty.waybill.yaml");
writeFileSync(waybillFile, block("yaml"));
writeFileSync(join(folder, "batch.json"), block("json"));

/** Runs a command line as the README has it, and returns what a terminal would show. */
function show(line: string): string {
  expect(line).toMatch(/^node bin\/waybill\.cjs /);
  const [, script = "", ...args] = line.split(" ");
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout + stderr;
}

/** Compares a text with one in which `…` stands for anything on a line. */
function expectToMatch(text: string, pattern: string): void {
  const parts = pattern.split("…").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  expect(text).toMatch(new RegExp(`^${parts.join("[^\\n]*")}$`));
}

test("the commands of the 60-second example print what the README shows", () => {
  const [before, ...runs] = block("console").split(/^\$ /m);
  expect(before).toBe("");
  expect(runs.length).toBeGreaterThan(1);
  for (const run of runs) {
    const end = run.indexOf("\n");
    expectToMatch(show(run.slice(0, end)), run.slice(end + 1));
  }
});

test("the misspelt name of the README gives the diagnostic that it shows", () => {
  const text = block("yaml");
  const [, wrong = ""] = /With `to: (\w+)` the check says/.exec(readme) ?? [];
  writeFileSync(waybillFile, text.replace("to: purchase", `to: ${wrong}`));
  expect(show("node bin/waybill.cjs check loyalty.waybill.yaml")).toBe(block("text"));
  writeFileSync(waybillFile, text);
});

test("the README names the commands that there are, and links to files that there are", () => {
  const overview = show("node bin/waybill.cjs help");
  const commands = [...overview.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1]);
  const table = [...readme.matchAll(/^\| `waybill (\w+)/gm)].map((match) => match[1]);
  expect([...new Set(table)].sort()).toEqual(commands.sort());
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? "");
  for (const link of links) expect(existsSync(join(root, link)), link).toBe(true);
});

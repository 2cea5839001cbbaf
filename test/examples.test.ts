import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadForwarder } from "../src/bundle/load.ts";
import { openEntry } from "../src/cli/disk-reader.ts";
import { findEntries } from "../src/cli/find-entries.ts";
import { checkWaybill, compileWaybill, renderText } from "../src/compiler/index.ts";
import { runCli } from "./support/cli.ts";
import { expectSnapshot } from "./support/snapshots.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The examples of mappings; `deploy` shows where a service runs. */
const folders = readdirSync(join(root, "examples"))
  .map((name) => join("examples", name))
  .filter((folder) => existsSync(join(root, folder, "batches.ndjson")));

test.each(folders.flatMap((folder) => findEntries([folder], root)))(
  "%s has no errors or warnings",
  (path) => {
    const { entry, reader } = openEntry(join(root, path));
    const { diagnostics } = checkWaybill(entry, reader);
    expect(renderText(diagnostics.filter(({ severity }) => severity !== "info"))).toBe("");
  },
);

test.each(folders)("the batches of %s give the requests that are expected", async (folder) => {
  const requests = await dryRun(entryOf(folder), join(folder, "batches.ndjson"));
  expectSnapshot(join(root, folder, "expected.ndjson"), requests);
});

test.each(folders)("the files that the README of %s names are there", (folder) => {
  const readme = readFileSync(join(root, folder, "README.md"), "utf8");
  const files = readdirSync(join(root, folder)).filter((name) => name !== "README.md");
  for (const file of files) expect(readme).toContain(file);
});

/** Returns the waybill that the README runs first. */
function entryOf(folder: string): string {
  const readme = readFileSync(join(root, folder, "README.md"), "utf8");
  const [, entry] = /waybill run (\S+)/.exec(readme) ?? [];
  if (entry === undefined) throw new Error(`The README of ${folder} runs no waybill.`);
  return entry;
}

/** Returns what `waybill run --dry-run` prints, without the headers. */
async function dryRun(waybill: string, batches: string): Promise<string> {
  const { entry, reader } = openEntry(join(root, waybill));
  const { module } = compileWaybill(entry, reader);
  if (module === undefined) throw new Error(`${waybill} has errors.`);
  const forward = await loadForwarder(module);
  const lines = readFileSync(join(root, batches), "utf8").trimEnd().split("\n");
  const requests = lines.flatMap((line, batch) =>
    forward(line).requests.map(({ kind, method, path, body }) => {
      const head = JSON.stringify({ batch, kind, method, path });
      return `${head.slice(0, -1)},"body":${body}}\n`;
    }),
  );
  return requests.join("");
}

test.each(folders)("the tests of %s pass", async (folder) => {
  const { status, stdout } = await runCli(join(root, folder), ["test"]);
  expect(stdout).toMatch(/ 0 failed/);
  expect(status).toBe(0);
});

const covered = folders.flatMap((folder) => {
  const readme = readFileSync(join(root, folder, "README.md"), "utf8");
  return [...readme.matchAll(/^waybill (test \S+ --min-coverage \d+)$/gm)].map(([, line = ""]) => line);
});

test("an example shows tests that reach all of a waybill", () => {
  expect(covered).toContain("test examples/cinema --min-coverage 100");
});

test.each(covered)("the coverage that a README asks for is reached: %s", async (line) => {
  const { status, stdout, stderr } = await runCli(root, line.split(" "));
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/ 0 failed/);
});

test("a test that is taken away from an example with full coverage is missed", async () => {
  const folder = join(root, "examples/cinema");
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  const project = Object.fromEntries(files);
  const tests = project["cinema.test.yaml"]?.replace(
    / {2}- name: Tickets for a premiere[\s\S]*?(?=\n {2}- name)/,
    "",
  );
  const cwd = temporaryFolder({ ...project, "cinema.test.yaml": tests ?? "" });
  const { status, stdout } = await runCli(cwd, ["test", "--min-coverage", "100"]);
  expect(status).toBe(1);
  expect(stdout).toContain("✗ :68  `Tickets Bought` → `premiere_bought`");
});

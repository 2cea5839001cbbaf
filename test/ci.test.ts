/** The CI files of users: what they run exists, and gives the statuses that a CI system goes by. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { runCli } from "./support/cli.ts";
import { gitRepository } from "./support/git-repository.ts";
import { namespaceArguments, notPermitted } from "./support/network-namespace.ts";
import { runAction } from "./support/run-action.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const templates = readdirSync("templates/ci").map((name) => `templates/ci/${name}`);
const files = ["action.yml", ".pre-commit-hooks.yaml", ...templates];

test.each(files)("%s is YAML, and runs commands and options that there are", async (path) => {
  const text = readFileSync(path, "utf8");
  expect(parse(text)).toBeTruthy();
  const lines = [...text.matchAll(/(?:npx waybill|entry: waybill|bin\/waybill\.cjs") (\w+)([^\n|>]*)/g)];
  expect(lines.length).toBeGreaterThan(0);
  for (const [, command = "", rest = ""] of lines) {
    const { status, stdout } = await runCli(".", [command, "--help"]);
    expect([command, status]).toEqual([command, 0]);
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(stdout).toContain(option);
  }
});

const fine = "waybill: 1\nname: loyalty\nevents:\n  - Purchase: purchase\n";
const passing =
  "tests:\n  - name: A batch without events gives nothing\n    batch: {mpid: 7}\n    requests: []\n";

test("the action says where a mistake is, fails, and runs no test after it", () => {
  const folder = temporaryFolder({
    "maps/a.waybill.yaml": "waybill: 1\nname: a\nevnets: []\n",
    "b.waybill.yaml": fine,
    "b.test.yaml": passing,
  });
  const wrong = runAction(folder, { inputs: { paths: "b.waybill.yaml maps" } });
  expect([wrong.steps, wrong.stderr]).toEqual([{ "Check waybills": "failure" }, ""]);
  expect(wrong.stdout).toMatch(/^::error file=maps\/a\.waybill\.yaml,line=3,.*title=unknown-key::/);
  const right = runAction(folder, { inputs: { paths: "b.waybill.yaml" } });
  expect([right.steps, right.stderr]).toEqual([
    { "Check waybills": "success", "Test waybills": "success" },
    "",
  ]);
});

test("the action denies warnings where it is asked to", () => {
  const folder = temporaryFolder({ "a.waybill.yaml": `${fine}new_events: forward\n` });
  const statusWith = (denied: string) =>
    runAction(folder, { inputs: { "deny-warnings": denied, test: "false" } }).steps;
  expect(statusWith("false")).toEqual({ "Check waybills": "success" });
  expect(statusWith("true")).toEqual({ "Check waybills": "failure" });
});

test("the action's test fails where there are no tests, and can be left out", () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": fine });
  expect(runAction(folder).steps).toEqual({ "Check waybills": "success", "Test waybills": "failure" });
  expect(runAction(folder, { inputs: { test: "false" } }).steps).toEqual({ "Check waybills": "success" });
});

test("the action's diff shows what changes for members in the summary, and fails nothing", () => {
  const { folder, commit, git } = gitRepository();
  commit({ "a.waybill.yaml": fine, "maps/b.waybill.yaml": fine.replace("loyalty", "b") });
  const base = git("rev-parse", "HEAD").trim();
  writeFileSync(join(folder, "a.waybill.yaml"), fine.replace(": purchase", ": bought"));
  const inputs = { paths: "a.waybill.yaml maps", test: "false" };
  const github = { event_name: "pull_request", event: { pull_request: { base: { sha: base } } } };
  const shown = runAction(folder, { inputs, github });
  expect([shown.steps["Diff waybills"], shown.stderr]).toEqual(["success", ""]);
  expect(shown.summary).toContain("The event `purchase` is now called `bought`");
  expect(shown.summary).toContain("### `b.waybill.yaml`");
  const push = { event_name: "push", event: {} };
  expect(runAction(folder, { inputs, github: push }).steps).toEqual({ "Check waybills": "success" });
  const asked = runAction(folder, { inputs: { ...inputs, "diff-with": "main" }, github: push });
  expect(asked.summary).toBe(shown.summary.replaceAll(base, "main"));
  // A base that cannot be compiled: the pull request may be what repairs it.
  commit({ "a.waybill.yaml": "waybill: 1\n" });
  writeFileSync(join(folder, "a.waybill.yaml"), fine);
  const broken = runAction(folder, { inputs: { ...inputs, "diff-with": "main" }, github: push });
  expect(broken.steps["Diff waybills"]).toBe("success");
  expect(broken.stdout).toContain("::warning title=waybill diff::");
});

test("everything but sending works in a network namespace without interfaces", {
  timeout: 60_000,
}, (context) => {
  const unshare = namespaceArguments();
  if (unshare === undefined) return context.skip(notPermitted);
  const { folder, commit } = gitRepository();
  commit({
    "loyalty.waybill.yaml": fine,
    "loyalty.test.yaml": passing,
    "batches.ndjson": '{"mpid":7}\n',
    "attributes.txt": "FavoriteStore\n",
    "filter.json": '{"data":[{"name":"Purchase","type":"Event","event_type":null,"enabled":true}]}',
  });
  const run = (...args: readonly string[]) => {
    return spawnSync("unshare", [...unshare, process.execPath, ...args], { cwd: folder, encoding: "utf8" });
  };
  const { stdout } = run("-p", "Object.keys(require('node:os').networkInterfaces()).length");
  expect(stdout).toBe("0\n");
  const commands = [
    "check --deny-warnings",
    "check --format sarif",
    "check --fix --format github",
    "check --format junit",
    "diff main --in batches.ndjson",
    "diff main --prove",
    "docs loyalty.waybill.yaml",
    "diff main --format markdown",
    "explain unknown-key",
    "test",
    "test --format junit",
    "build loyalty.waybill.yaml",
    "verify loyalty.waybill.yaml --random 10",
    "run loyalty.waybill.yaml --in batches.ndjson --dry-run",
    "drift loyalty.waybill.yaml --filter filter.json",
    "import --filter filter.json --attributes attributes.txt -o imported.waybill",
    "init new",
  ];
  const waybill = join(resolve("."), "bin/waybill.cjs");
  const failed = commands.filter((line) => run(waybill, ...line.split(" ")).status !== 0);
  expect(failed).toEqual([]);
});

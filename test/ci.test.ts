/** The CI files of users: what they run exists, and gives the statuses that a CI system goes by. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { runCli } from "./support/cli.ts";
import { gitRepository } from "./support/git-repository.ts";
import { namespaceArguments, notPermitted } from "./support/network-namespace.ts";
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

/** Runs a step of the action as GitHub would, in a folder with these files. */
function runStep(
  name: string,
  project: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
) {
  const { runs } = parse(readFileSync("action.yml", "utf8"));
  const step = runs.steps.find((one: { readonly name?: string }) => one.name === name);
  const folder = temporaryFolder(project);
  return spawnSync("bash", ["-euo", "pipefail", "-c", step.run], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GITHUB_ACTION_PATH: resolve("."), WAYBILL_DENY_WARNINGS: "false", ...inputs },
  });
}

test("the action's check says where a mistake is, and fails", () => {
  const project = { "maps/a.waybill.yaml": "waybill: 1\nname: a\nevnets: []\n", "b.waybill.yaml": fine };
  const wrong = runStep("Check waybills", project, { WAYBILL_PATHS: "b.waybill.yaml maps" });
  expect([wrong.status, wrong.stderr]).toEqual([1, ""]);
  expect(wrong.stdout).toMatch(/^::error file=maps\/a\.waybill\.yaml,line=3,.*title=unknown-key::/);
  const right = runStep("Check waybills", project, { WAYBILL_PATHS: "b.waybill.yaml" });
  expect([right.status, right.stdout]).toEqual([0, ""]);
});

test("the action denies warnings where it is asked to", () => {
  const project = { "a.waybill.yaml": `${fine}new_events: forward\n` };
  const statusWith = (denied: string) => {
    return runStep("Check waybills", project, { WAYBILL_PATHS: ".", WAYBILL_DENY_WARNINGS: denied }).status;
  };
  expect([statusWith("false"), statusWith("true")]).toEqual([0, 1]);
});

test("the action's test passes where tests pass, and fails where there are none", () => {
  const project = { "loyalty.waybill.yaml": fine };
  expect(runStep("Test waybills", project, { WAYBILL_PATHS: "." }).status).toBe(1);
  const tested = { ...project, "loyalty.test.yaml": passing };
  expect(runStep("Test waybills", tested, { WAYBILL_PATHS: "." }).status).toBe(0);
});

test("the action's diff shows what changes for members in the summary, and fails nothing", () => {
  const { folder, commit } = gitRepository();
  commit({ "a.waybill.yaml": fine, "maps/b.waybill.yaml": fine.replace("loyalty", "b") });
  writeFileSync(join(folder, "a.waybill.yaml"), fine.replace(": purchase", ": bought"));
  const summary = join(folder, "summary.md");
  const { runs } = parse(readFileSync("action.yml", "utf8"));
  const step = runs.steps.find((one: { readonly name?: string }) => one.name === "Diff waybills");
  const run = (base: string) =>
    spawnSync("bash", ["-euo", "pipefail", "-c", step.run], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        ...{ GITHUB_ACTION_PATH: resolve("."), GITHUB_STEP_SUMMARY: summary },
        ...{ WAYBILL_PATHS: "a.waybill.yaml maps", WAYBILL_BASE: base },
      },
    });
  expect(run("main")).toMatchObject({ status: 0, stdout: "" });
  const shown = readFileSync(summary, "utf8");
  expect(shown).toContain("The event `purchase` is now called `bought`");
  expect(shown).toContain("### `b.waybill.yaml`");
  writeFileSync(join(folder, "a.waybill.yaml"), "waybill: 1\n");
  expect(run("main").stdout).toContain("::warning title=waybill diff::");
  expect(run("main").status).toBe(0);
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

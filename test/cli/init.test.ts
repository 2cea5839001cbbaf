import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { runCli } from "../support/cli.ts";
import { namespaceArguments, notPermitted } from "../support/network-namespace.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const kinds = [
  { syntax: "yaml", ci: "github", waybill: "rewards.waybill.yaml", file: ".github/workflows/waybill.yml" },
  { syntax: "dsl", ci: "gitlab", waybill: "rewards.waybill", file: ".gitlab-ci.yml" },
];

test.each(kinds)("a project in $syntax for $ci checks, is formatted, and its tests pass", async (kind) => {
  const cwd = temporaryFolder();
  const args = ["init", "rewards", "--syntax", kind.syntax, "--ci", kind.ci];
  const { status, stdout, stderr } = await runCli(cwd, args);
  expect([status, stderr]).toEqual([0, ""]);
  const folder = join(cwd, "rewards");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  const expected = [
    kind.waybill,
    "rewards.test.yaml",
    "batches.ndjson",
    ".env.example",
    ".gitignore",
    kind.file,
  ];
  expect(files.sort()).toEqual([...expected, ".pre-commit-config.yaml"].sort());
  for (const file of files) expect(stdout).toContain(`${file}: written\n`);
  expect((await runCli(folder, ["check", "--deny-warnings"])).stdout).toContain("no errors, no warnings");
  expect((await runCli(folder, ["fmt", "--check"])).status).toBe(0);
  const { stdout: tested } = await runCli(folder, ["test", "--coverage"]);
  expect(tested).toContain("6 passed, 0 failed");
  expect(tested).toMatch(/entries (\d+)\/\1 · conditions (\d+)\/\2/);
});

test("what the files promise is there", async () => {
  const cwd = temporaryFolder();
  await runCli(cwd, ["init", ".", "--name", "loyalty"]);
  const read = (path: string) => readFileSync(join(cwd, path), "utf8");
  // The schema lines name files of the installed package.
  for (const file of ["loyalty.waybill.yaml", "loyalty.test.yaml"]) {
    const [, schema = ""] =
      /^# yaml-language-server: \$schema=\.\/node_modules\/waybill\/(\S+)\n/.exec(read(file)) ?? [];
    expect(JSON.parse(readFileSync(schema, "utf8"))).toBeTruthy();
  }
  expect(read(".github/workflows/waybill.yml")).toBe(readFileSync("templates/ci/github.yml", "utf8"));
  expect(parse(read(".pre-commit-config.yaml"))).toBeTruthy();
  expect(read(".gitignore").split("\n")).toEqual(expect.arrayContaining([".env", ".waybill/"]));
  const variables = [...read("loyalty.waybill.yaml").matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]);
  for (const name of variables) expect(read(".env.example")).toMatch(new RegExp(`^${name}=`, "m"));
});

test("three commands go from nothing to a green test, without a network and in less than a minute", {
  timeout: 90_000,
}, (context) => {
  const unshare = namespaceArguments();
  if (unshare === undefined) return context.skip(notPermitted);
  const cwd = temporaryFolder({
    "bin/waybill": `#!/bin/sh\nexec "${process.execPath}" "${resolve("bin/waybill.cjs")}" "$@"\n`,
  });
  const script =
    "chmod +x bin/waybill; PATH=$PWD/bin:$PATH; waybill init loyalty && cd loyalty && waybill test";
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync("unshare", [...unshare, "sh", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("6 tests: 6 passed, 0 failed");
  expect(performance.now() - begun).toBeLessThan(60_000);
});

test("nothing that is there is touched", async () => {
  const names = [
    "loyalty.waybill.yaml",
    "loyalty.test.yaml",
    "batches.ndjson",
    ".env.example",
    ".gitignore",
    ".github/workflows/waybill.yml",
    ".pre-commit-config.yaml",
  ];
  const cwd = temporaryFolder(Object.fromEntries(names.map((name) => [name, "mine"])));
  const { status, stdout } = await runCli(cwd, ["init", "--name", "loyalty"]);
  expect(status).toBe(0);
  for (const name of names) {
    expect(readFileSync(join(cwd, name), "utf8")).toBe("mine");
    expect(stdout).toContain(`${name}: was there, and stays as it is\n`);
  }
  expect(stdout).toContain("Add to .gitignore: .env and .waybill/\n");
});

test("where a part of the sample is there, the rest of it is left out: it would not fit", async () => {
  const cwd = temporaryFolder({ "batches.ndjson": "{}\n", ".gitignore": "/.env\n.waybill\n" });
  const { stdout } = await runCli(cwd, ["init", "--name", "loyalty", "--json"]);
  const { files } = JSON.parse(stdout);
  expect(files.slice(0, 4)).toEqual([
    { file: "loyalty.waybill.yaml", status: "left_out" },
    { file: "loyalty.test.yaml", status: "left_out" },
    { file: "batches.ndjson", status: "kept" },
    { file: ".env.example", status: "written" },
  ]);
  expect((await runCli(cwd, ["init", "--name", "loyalty"])).stdout).not.toContain("Add to .gitignore");
});

test("a link that leads nowhere is kept", async () => {
  const cwd = temporaryFolder();
  symlinkSync("/nowhere/at/all", join(cwd, ".env.example"));
  const { status, stdout } = await runCli(cwd, ["init", "--name", "loyalty"]);
  expect(status).toBe(0);
  expect(stdout).toContain(".env.example: was there");
});

test("a folder in a repository is told where the repository begins", async () => {
  const cwd = temporaryFolder({ ".git/HEAD": "" });
  const { stdout } = await runCli(cwd, ["init", "maps/loyalty"]);
  expect(stdout).toContain(
    "The repository begins at ../..: move the CI file and .pre-commit-config.yaml there.\n",
  );
});

test("a folder whose name can be no waybill's gets a loyalty waybill", async () => {
  const cwd = temporaryFolder();
  expect((await runCli(cwd, ["init", "My Project"])).stdout).toContain("loyalty.waybill.yaml: written\n");
});

test.each([
  [["a", "b"], 2, "`init` takes one folder; `b` is one argument too many."],
  [["--ci", "gitlb"], 2, "There is no CI file for `gitlb`. Did you mean `gitlab`?"],
  [["--syntax", "toml"], 2, "There is no syntax `toml`."],
  [["--name", "Über"], 2, "`Über` is no name for a waybill."],
  [["--nam", "x"], 2, "Unknown option `--nam`. Did you mean `--name`?"],
  [["file"], 1, "`file` is a file; name a folder."],
  [["blocked"], 1, "Cannot make `"],
])("bad input is said in one line (%j)", async (args, expected, message) => {
  const cwd = temporaryFolder({ file: "", "blocked/.github": "a file in the place of a folder" });
  const { status, stderr } = await runCli(cwd, ["init", ...args]);
  expect(status).toBe(expected);
  expect(stderr.startsWith(`waybill: ${message}`)).toBe(true);
});

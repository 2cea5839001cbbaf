import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { version } from "../../src/compiler/version.ts";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const commands = ["build", "check", "convert", "fmt", "run", "sandbox"];

test("the version and the help go to standard output with status 0", async () => {
  for (const args of [["--version"], ["-v"]]) {
    expect(await runCli(".", args)).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  }
  for (const args of [["--help"], ["-h"], ["help"]]) {
    const { status, stdout } = await runCli(".", args);
    expect(status).toBe(0);
    for (const command of commands) expect(stdout).toContain(`\n  ${command}`);
  }
});

test("no command at all is wrong usage, with the help", async () => {
  const { status, stdout } = await runCli(".", []);
  expect(status).toBe(2);
  expect(stdout).toContain("waybill <command>");
});

test.each(commands)("%s --help says how it is used, and so does help", async (command) => {
  const help = await runCli(".", ["help", command]);
  expect(help).toEqual(await runCli(".", [command, "--help"]));
  for (const flag of ["--help", "-h"]) {
    const { status, stdout } = await runCli(".", [command, "anything", flag]);
    expect(status).toBe(0);
    expect(stdout.startsWith(`waybill ${command}`)).toBe(true);
  }
});

test.each([
  ["chekc", "Did you mean `waybill check`?"],
  ["bulid", "Did you mean `waybill build`?"],
  ["compile", ""],
  ["__proto__", ""],
  ["constructor", ""],
])("the unknown command %s is wrong usage", async (command, hint) => {
  const { status, stdout, stderr } = await runCli(".", [command]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`There is no command \`${command}\`.${hint === "" ? "\n" : ` ${hint}\n`}`);
});

test("a folder is no waybill, and a waybill that is named twice is checked once", async () => {
  const folder = "examples/restaurant";
  const built = await runCli(".", ["build", folder]);
  expect([built.status, built.stderr]).toEqual([
    1,
    `waybill: \`${folder}\` is a folder; name a waybill in it.\n`,
  ]);
  const { stdout } = await runCli(".", ["check", folder, `${folder}/production.waybill.yaml`]);
  expect(stdout.match(/production/g)).toHaveLength(1);
});

test.each([
  [["check", "--fromat", "json"], "Unknown option `--fromat`. Did you mean `--format`?"],
  [
    ["check", "--format=xml"],
    "There is no format `xml`. Use one of `text`, `json`, `sarif`, `github`, `junit`.",
  ],
  [["check", "--nothing-like-it"], "Unknown option `--nothing-like-it`."],
  [["check", "-x"], "Unknown option"],
  [["check", "--format"], "argument missing"],
  [["build"], "No waybill was named."],
  [
    ["build", "a", "b"],
    "`build` takes one waybill; `b` is one argument too many. Name the folder to write to with `--out`.",
  ],
  [
    ["run", "a", "b.ndjson", "--dry-run"],
    "`run` takes one waybill; `b.ndjson` is one argument too many. Name batches with `--in`.",
  ],
  [["trace", "a", "b.ndjson"], "`b.ndjson` is one argument too many. Name batches with `--in`."],
  [["diff", "a", "b", "c.ndjson"], "`c.ndjson` is one argument too many. Name batches with `--in`."],
  [["run", "a", "--batches", "b.ndjson"], "Unknown option `--batches`. Did you mean `--in`?"],
  [["trace", "a", "--input=b.ndjson"], "Unknown option `--input`. Did you mean `--in`?"],
  [["check", "--batches"], "Unknown option `--batches`.\n"],
  [["forget", "C-1"], "`--external-id` is missing. Write it before the id."],
  [["build", "a", "--ou=x"], "Unknown option `--ou`. Did you mean `--out`?"],
  [["build", "a", "--target", "lamda"], "There is no target `lamda`. Did you mean `lambda`?"],
  [["build", "a", "--engine", "fast"], "--engine `fast` is not there yet. Use `plain`."],
  [["build", "a", "--json=yes"], "does not take an argument"],
])("%j is wrong usage", async (args, message) => {
  const { status, stdout, stderr } = await runCli(".", args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr).toContain(`See \`waybill ${args[0]} --help\`.`);
});

test("files that begin with a dash can be named after --", async () => {
  const folder = temporaryFolder({ "-a.waybill.yaml": "waybill: 1\nname: a\n" });
  const { status, stdout } = await runCli(folder, ["check", "--", "-a.waybill.yaml"]);
  expect([status, stdout]).toEqual([0, "-a.waybill.yaml: no errors, no warnings\n"]);
});

test("the command that is installed starts, and passes its status on", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["bin/waybill.cjs", ...args], { encoding: "utf8" });
  expect(run("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  expect(run("chekc")).toMatchObject({ status: 2, stdout: "" });
  expect(run("check", "nowhere.waybill.yaml")).toMatchObject({ status: 1, stdout: "" });
});

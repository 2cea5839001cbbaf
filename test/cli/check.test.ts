import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fine = "waybill: 1\nname: fine\nevents:\n  - Purchase: purchase\n";
const warned = "waybill: 1\nname: warned\nsource: {users: all}\n";
const wrong = "waybill: 1\nname: wrong\nevnets: []\n";
const informed = "waybill: 1\nname: informed\nsessionm: {attributes: [a]}\n";

test("a waybill without errors is fine, warnings or not", async () => {
  const folder = temporaryFolder({
    "a.waybill.yaml": fine,
    "b.waybill.yaml": warned,
    "c.waybill.yml": informed,
  });
  const result = (name: string) => runCli(folder, ["check", name]);
  expect(await result("a.waybill.yaml")).toMatchObject({
    status: 0,
    stdout: "a.waybill.yaml: no errors, no warnings\n",
  });
  const { status, stdout } = await result("b.waybill.yaml");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^warning\[anonymous-users\]: [\s\S]+\nb\.waybill\.yaml: no errors, 1 warning\n$/);
  expect(await result("c.waybill.yml")).toMatchObject({
    status: 0,
    stdout: "c.waybill.yml: no errors, no warnings\n",
  });
});

test("errors give status 1, with the place as the user would type it", async () => {
  const folder = temporaryFolder({ "maps/wrong.waybill.yaml": wrong });
  const { status, stdout, stderr } = await runCli(folder, ["check", "maps/wrong.waybill.yaml"]);
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout).toContain(" --> maps/wrong.waybill.yaml:3:1\n");
  expect(stdout).toMatch(/\nmaps\/wrong\.waybill\.yaml: 1 error, no warnings\n$/);
});

test("a folder is searched for entry files, deep and sorted, and included files are not checked twice", async () => {
  const folder = temporaryFolder({
    "b.waybill.yaml": "waybill: 1\nname: b\ninclude: [parts/shared.waybill.yaml]\n",
    "a/a.waybill.yml": fine,
    "parts/shared.waybill.yaml": "waybill: 1\nevents: [Purchase]\n",
    "node_modules/x/x.waybill.yaml": wrong,
    "dist/x.waybill.yaml": wrong,
    ".waybill/x.waybill.yaml": wrong,
    "notes.yaml": "not: a waybill",
  });
  mkdirSync(join(folder, ".git"));
  const expected = "a/a.waybill.yml: no errors, no warnings\nb.waybill.yaml: no errors, no warnings\n";
  for (const args of [["check"], ["check", "."], ["check", folder]]) {
    expect(await runCli(folder, args)).toEqual({ status: 0, stdout: expected, stderr: "" });
  }
});

test("a folder whose files have no name is checked all the same", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": "waybill: 1\n" });
  const { status, stdout } = await runCli(folder, ["check"]);
  expect(status).toBe(1);
  expect(stdout).toContain("error[missing-name]");
});

test("a path that is not there, and a folder without waybills, are problems in one line", async () => {
  const folder = temporaryFolder({ "notes.yaml": "" });
  const missing = await runCli(folder, ["check", "no.waybill.yaml"]);
  expect(missing).toEqual({
    status: 1,
    stdout: "",
    stderr: "waybill: There is no file or folder no.waybill.yaml.\n",
  });
  const empty = await runCli(folder, ["check"]);
  expect(empty.status).toBe(1);
  expect(empty.stderr).toMatch(/^waybill: There is no waybill in \.: .*\n$/);
});

test("a link to a folder above does not make the search endless", async () => {
  const folder = temporaryFolder({ "in/a.waybill.yaml": fine });
  symlinkSync(folder, join(folder, "in/up"));
  expect((await runCli(folder, ["check"])).stdout).toBe("in/a.waybill.yaml: no errors, no warnings\n");
});

test("colours are for terminals, unless NO_COLOR or a dumb terminal says no", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": wrong });
  const isColoured = async (isTTY: boolean, env: Readonly<Record<string, string>>) => {
    return (await runCli(folder, ["check"], { isTTY, env })).stdout.includes("\u001b[");
  };
  expect(await isColoured(true, {})).toBe(true);
  expect(await isColoured(true, { NO_COLOR: "" })).toBe(true);
  expect(await isColoured(true, { NO_COLOR: "1" })).toBe(false);
  expect(await isColoured(true, { TERM: "dumb" })).toBe(false);
  expect(await isColoured(false, {})).toBe(false);
});

test("JSON is one line with everything, information too", async () => {
  const folder = temporaryFolder({ "maps/a.waybill.yaml": wrong, "maps/b.waybill.yaml": informed });
  const { status, stdout } = await runCli(folder, ["check", "--format", "json"], { isTTY: true });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^\{.*\}\n$/);
  const { diagnostics, errors, warnings } = JSON.parse(stdout);
  expect([errors, warnings]).toEqual([1, 0]);
  expect(diagnostics).toEqual([
    {
      code: "unknown-key",
      severity: "error",
      message: "`evnets` is not a key that can stand here.",
      hint: "Did you mean `events`?",
      file: "maps/a.waybill.yaml",
      range: { start: { line: 3, column: 1 }, end: { line: 3, column: 7 } },
      related: [],
    },
    expect.objectContaining({ code: "attribute-unwritten", severity: "info", file: "maps/b.waybill.yaml" }),
  ]);
});

test("JSON without any diagnostic has empty lists and zeros", async () => {
  const folder = temporaryFolder({ "a.waybill.yaml": fine });
  const { stdout } = await runCli(folder, ["check", "--format=json"]);
  expect(stdout).toBe('{"diagnostics":[],"errors":0,"warnings":0}\n');
});

import { expect, test } from "vitest";
import { runCli } from "../support/cli.ts";

test("explain shows what a code means, with its examples indented", async () => {
  const { status, stdout, stderr } = await runCli(".", ["explain", "anonymous-users"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^warning\[anonymous-users\]\n\nBatches of people/);
  expect(stdout).toContain("\nWhat to do\n");
  expect(stdout).toContain("\n    source:\n      users: all\n");
  expect(stdout).not.toMatch(/```|^#/m);
});

test("a code can be pasted as it stands in a report", async () => {
  const { stdout } = await runCli(".", ["explain", "error[unknown-key]:"]);
  expect(stdout).toMatch(/^error\[unknown-key\]\n/);
});

test("a code that there is not gives a suggestion, and no code a hint", async () => {
  const unknown = await runCli(".", ["explain", "unkown-key"]);
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain("There is no diagnostic `unkown-key`. Did you mean `unknown-key`?");
  const none = await runCli(".", ["explain"]);
  expect([none.status, none.stdout]).toEqual([2, ""]);
  expect(none.stderr).toContain("No diagnostic was named.");
});

test("JSON holds the pages of all codes that are named", async () => {
  const { stdout } = await runCli(".", ["explain", "yaml-tab", "attribute-unwritten", "--json"]);
  expect(JSON.parse(stdout)).toEqual({
    diagnostics: [
      { code: "yaml-tab", severity: "error", page: expect.stringMatching(/^# yaml-tab\n/) },
      { code: "attribute-unwritten", severity: "info", page: expect.stringContaining("## Why") },
    ],
  });
});

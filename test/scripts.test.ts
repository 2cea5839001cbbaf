/** A proof that is told nonsense does not say that all is well. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test.each([
  ["scripts/verify.ts", "--batches", "many"],
  ["scripts/verify.ts", "--seed", "0"],
  ["scripts/fuzz.ts", "--mutations", "1.5"],
  ["scripts/prove.ts", "--pairs", ""],
])("%s refuses %s %j", (script, option, wrong) => {
  const args = ["--import", "tsx", script, option, wrong];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stderr).toBe(`${option} is a whole number from 1, not \`${wrong}\`.\n`);
  expect(status).toBe(2);
});

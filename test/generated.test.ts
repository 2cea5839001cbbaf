import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { version } from "../src/compiler/version.ts";

test("generated files are those that their generators write", () => {
  const tsx = join("node_modules", "tsx", "dist", "cli.mjs");
  expect(() => execFileSync(process.execPath, [tsx, "scripts/generate.ts", "--check"])).not.toThrow();
});

test("the version is that of the package", () => {
  expect(version).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

/** The code beside each waybill of `test/fixtures/compile` is what people would let pass in a review. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { typeProblems } from "../support/type-problems.ts";

const folder = "test/fixtures/compile";
const codes = readdirSync(folder)
  .sort()
  .map((name) => [name, readFileSync(join(folder, name, "expected.ts"), "utf8")] as const);

test("the code type-checks under every strict option", () => {
  expect(typeProblems(new Map(codes))).toEqual([]);
});

test("the code is laid out as the formatter would", () => {
  const files = Object.fromEntries(codes.map(([name, code]) => [`${name}.ts`, code]));
  const settings = {
    formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 110, lineEnding: "lf" },
    linter: { enabled: false },
    assist: { enabled: false },
  };
  const checked = temporaryFolder({ ...files, "biome.json": `${JSON.stringify(settings, null, 2)}\n` });
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const { status, stderr, stdout } = spawnSync(process.execPath, [biome, "format", ...Object.keys(files)], {
    cwd: checked,
    encoding: "utf8",
  });
  expect(`${stdout}${stderr}`).not.toMatch(/Formatter would have printed/);
  expect(status).toBe(0);
});

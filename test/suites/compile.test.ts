/** Each folder of `test/fixtures/compile` is a waybill, the code that it becomes, and its IR. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { fixtureReader } from "../support/fixture-reader.ts";
import { expectSnapshot } from "../support/snapshots.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { typeProblems } from "../support/type-problems.ts";

const folder = "test/fixtures/compile";
const cases = readdirSync(folder).sort();

function compile(name: string) {
  const { module, ir, diagnostics } = compileWaybill(
    "mapping.waybill.yaml",
    fixtureReader(join(folder, name)),
  );
  if (module === undefined) throw new Error(`${name}: ${diagnostics.map(({ code }) => code).join(" ")}`);
  return { code: module.code, ir };
}

test.each(cases)("%s compiles to the code and the IR beside it", (name) => {
  const { code, ir } = compile(name);
  expectSnapshot(join(folder, name, "expected.ts"), code);
  expectSnapshot(join(folder, name, "expected.ir.json"), `${JSON.stringify(ir, null, 2)}\n`);
});

test.each(cases)("%s imports nothing but the emitted runtime", (name) => {
  const { importedFiles } = ts.preProcessFile(compile(name).code);
  expect(importedFiles.map(({ fileName }) => fileName)).toEqual(["waybill/runtime/emitted"]);
});

test.each(cases)("%s gives the same bytes each time", (name) => {
  expect(compile(name)).toEqual(compile(name));
});

test("the code type-checks under every strict option", () => {
  const modules = new Map(cases.map((name) => [name, compile(name).code]));
  expect(typeProblems(modules)).toEqual([]);
});

test("the code is laid out as the formatter would", () => {
  const files = Object.fromEntries(cases.map((name) => [`${name}.ts`, compile(name).code]));
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

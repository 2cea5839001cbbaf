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
  const runtime = resolve("src/runtime/emitted/index.ts");
  const files = new Map(cases.map((name) => [resolve(folder, name, "virtual.ts"), compile(name).code]));
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    paths: { "waybill/runtime/emitted": [runtime] },
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, version) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const problems = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || files.has(file.fileName))
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  expect(problems).toEqual([]);
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

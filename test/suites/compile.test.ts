/** Each folder of `test/fixtures/compile` is a waybill, the code that it becomes, its source map, and its IR. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { emitAnew } from "../support/emit-anew.ts";
import { fixtureReader } from "../support/fixture-reader.ts";
import { mapLines } from "../support/map-lines.ts";
import { expectSnapshot } from "../support/snapshots.ts";

const folder = "test/fixtures/compile";
const cases = readdirSync(folder).sort();

const compile = (name: string) => compileWaybill("mapping.waybill.yaml", fixtureReader(join(folder, name)));
const emitted = (name: string) => emitAnew(name, () => compile(name));

test.each(cases)("%s compiles to the code, the map and the IR beside it", (name) => {
  const { module, ir } = emitted(name);
  expectSnapshot(join(folder, name, "expected.ts"), module.code);
  expectSnapshot(join(folder, name, "expected.map.txt"), mapLines(module));
  expectSnapshot(join(folder, name, "expected.ir.json"), `${JSON.stringify(ir, null, 2)}\n`);
});

test.each(cases)("%s imports nothing but the emitted runtime", (name) => {
  const { importedFiles } = ts.preProcessFile(emitted(name).module.code);
  expect(importedFiles.map(({ fileName }) => fileName)).toEqual(["waybill/runtime/emitted"]);
});

test.each(cases)("%s gives the same bytes each time", (name) => {
  const { ir, module } = compile(name);
  expect({ ir, module }).toEqual(emitted(name));
});

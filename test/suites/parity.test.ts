/**
 * Each folder of `test/fixtures/parity` holds one waybill in both syntaxes: `mapping.waybill` and
 * `mapping.waybill.yaml`. They have the same tree, the same diagnostics and the same code, places apart.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { dump } from "../support/dump.ts";
import { fixtureReader } from "../support/fixture-reader.ts";

const folder = "test/fixtures/parity";
const cases = readdirSync(folder).sort();
const [dsl, yaml] = ["mapping.waybill", "mapping.waybill.yaml"] as const;

function parseFixture(name: string, path: string) {
  return parse(createSourceFile(path, readFileSync(join(folder, name, path), "utf8")));
}

function compileFixture(name: string, path: string) {
  const { module, diagnostics } = compileWaybill(path, fixtureReader(join(folder, name)));
  // Places differ, and with their length where a line is broken.
  const code = module?.code
    .replaceAll(/mapping\.waybill(?:\.yaml)?(?::\d+)?/g, "mapping")
    .replaceAll(/\s+/g, " ");
  return { code, codes: diagnostics.map((diagnostic) => diagnostic.code).sort() };
}

test.each(cases)("%s has the same tree in both syntaxes", (name) => {
  expect(dump(parseFixture(name, dsl).tree)).toEqual(dump(parseFixture(name, yaml).tree));
});

test.each(cases)("%s has the same comments in both syntaxes", (name) => {
  const textsOf = (path: string) => parseFixture(name, path).tree.comments.map(({ text }) => text);
  expect(textsOf(dsl)).toEqual(textsOf(yaml));
});

test.each(cases)("%s has the same diagnostics and the same code in both syntaxes", (name) => {
  expect(compileFixture(name, dsl)).toEqual(compileFixture(name, yaml));
});

test.each(cases.filter((name) => name !== "mistakes"))("%s compiles", (name) => {
  expect(compileFixture(name, dsl).code).toBeDefined();
});

/** Whatever is exported, the waybill that `import` makes of it has no errors, and nothing of an export is lost. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dumpTree } from "../../src/compiler/ast/dump.ts";
import { checkWaybill } from "../../src/compiler/compile.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { formatFile } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";
import { findDrift } from "../../src/drift/find-drift.ts";
import type { Exports } from "../../src/import/exports.ts";
import { importWaybill } from "../../src/import/import-waybill.ts";
import { randomExports } from "../support/arbitrary-exports.ts";
import { memoryReader } from "../support/memory-reader.ts";

const settings = { seed: 20_261_127, numRuns: 150 };
const syntaxes: readonly Syntax[] = ["yaml", "dsl"];

function importIn(exports: Exports, syntax: Syntax) {
  return importWaybill(exports, { name: "imported", syntax, sources: [], dataPlan: undefined, notes: [] });
}

function read(text: string, syntax: Syntax) {
  return parse(createSourceFile(`imported${endingOf[syntax]}`, text));
}

test("a waybill that is imported has no errors, is formatted, and means the same in both syntaxes", () => {
  fc.assert(
    fc.property(randomExports, (exports) => {
      const dumps = syntaxes.map((syntax) => {
        const { text, diagnostics } = importIn(exports, syntax);
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        expect(`${text}\n${renderText(errors)}`).toBe(`${text}\n`);
        const parsed = read(text, syntax);
        expect(formatFile(parsed)).toBe(text);
        return dumpTree(parsed.tree);
      });
      expect(dumps[0]).toBe(dumps[1]);
    }),
    settings,
  );
});

test("each row is in the waybill, has no effect, or is in the to-do list", () => {
  fc.assert(
    fc.property(randomExports, (exports) => {
      const { counts, toDo } = importIn(exports, "yaml");
      for (const { rows, translated, withoutEffect, toDo: left } of counts.values()) {
        expect(translated + withoutEffect + left).toBe(rows);
      }
      const mapped = counts.get("mappings");
      if (mapped === undefined) return;
      // Each row that is left has its own line; those of attributes may be said with their event.
      const said = toDo.filter((one) => one.export === "mappings").length;
      expect(said >= mapped.toDo || toDo.length > said).toBe(true);
    }),
    settings,
  );
});

test("a waybill that is imported has nothing that the same exports do not have", () => {
  fc.assert(
    fc.property(randomExports, (exports) => {
      const { text } = importIn(exports, "yaml");
      const { program } = checkWaybill("a.waybill.yaml", memoryReader({ "a.waybill.yaml": text }));
      if (program === undefined) throw new Error(text);
      const found = findDrift(exports, program).filter((one) => one.kind === "only_in_waybill");
      expect([found.map((one) => one.text), text]).toEqual([[], text]);
    }),
    settings,
  );
});

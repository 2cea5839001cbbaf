import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { hasErrors } from "../../src/compiler/diagnostics/diagnostic.ts";
import { isWaybillPath, type Parsed, parse } from "../../src/compiler/frontend/parse.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";

const folders = ["examples", "test/fixtures/compile", "test/fixtures/diagnostics", "test/fixtures/parity"];

/** Returns the files of examples and fixtures, in both syntaxes, that are right by themselves. */
export function rightFiles(): readonly Parsed[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((path) => isWaybillPath(path) && statSync(path).isFile())
    .sort()
    .map((path) => parse(createSourceFile(path, readFileSync(path, "utf8"))))
    .filter(({ isWhole, diagnostics }) => isWhole && !hasErrors(diagnostics));
}

import { dirname, resolve } from "node:path";
import type { Target } from "../../compiler/check/target.ts";
import { checkWaybill } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { createParseCache } from "../../compiler/frontend/parse-cache.ts";
import type { ParseFile } from "../../compiler/project/load.ts";
import { openEntry } from "../disk-reader.ts";
import { fromHere } from "../report.ts";

/** An entry file that was checked. */
export interface CheckedFile {
  readonly path: string;
  /** What is wrong, with paths from where the command runs. */
  readonly diagnostics: readonly Diagnostic[];
  /** The absolute paths of the file and what it includes. */
  readonly files: readonly string[];
}

/** Checks entry files; a file that several of them include is parsed once. */
export function checkFiles(paths: readonly string[], cwd: string, target: Target): readonly CheckedFile[] {
  const parse = createParseCache();
  const checked = paths.map((path) => checkFile(path, parse, target, cwd));
  return checked.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.filter((diagnostic) => isUnusedEverywhere(diagnostic, checked, cwd)),
  }));
}

function checkFile(path: string, parse: ParseFile, target: Target, cwd: string): CheckedFile {
  const { entry, reader } = openEntry(path, cwd);
  const { program, diagnostics } = checkWaybill(entry, reader, parse, target);
  const folder = dirname(resolve(cwd, path));
  const files = (program?.files ?? []).map((file) => resolve(folder, file.path));
  return { path, diagnostics: fromHere(diagnostics, path), files };
}

/**
 * A comment in an included file may silence what only one of the entry files gives: it is unused where all of them say
 * so. Other diagnostics stay.
 */
function isUnusedEverywhere(
  { code, span }: Diagnostic,
  checked: readonly CheckedFile[],
  cwd: string,
): boolean {
  if (code !== "ignore-unused") return true;
  const path = resolve(cwd, span.file.path);
  const including = checked.filter(({ files }) => files.includes(path));
  return including.every(({ diagnostics }) =>
    diagnostics.some((other) => {
      const isSamePlace = other.span.start === span.start && resolve(cwd, other.span.file.path) === path;
      return other.code === code && isSamePlace;
    }),
  );
}

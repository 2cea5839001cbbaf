import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkWaybill } from "../../compiler/compile.ts";
import { applyFixes } from "../../compiler/diagnostics/apply-fixes.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { openEntry } from "../disk-reader.ts";
import { FileError } from "../file-error.ts";

/** A fix can bring out the next mistake, and no file needs many rounds. */
const mostRounds = 20;

/** Applies the certain fixes of an entry file and of what it includes, and returns what was fixed. */
export function fixFiles(path: string, cwd: string): readonly Diagnostic[] {
  const fixed: Diagnostic[] = [];
  const folder = dirname(resolve(cwd, path));
  for (let round = 0; round < mostRounds; round++) {
    const { entry, reader } = openEntry(path, cwd);
    const { texts, diagnostics } = applyFixes(checkWaybill(entry, reader).diagnostics);
    if (texts.size === 0) break;
    for (const [file, text] of texts) write(join(folder, file.path), text);
    fixed.push(...diagnostics);
  }
  return fixed;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new FileError("write", path, error);
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isWaybillPath, waybillEndings } from "../compiler/frontend/parse.ts";
import { filesIn, kindOf } from "./find-files.ts";
import { InputProblem } from "./input-problem.ts";

/**
 * Returns the entry files that paths name: files as they are, folders searched for files with a `name` key. Paths
 * are relative to `cwd`. Throws InputProblem where there is no such path, or no waybill in a folder.
 */
export function findEntries(paths: readonly string[], cwd: string): readonly string[] {
  const named = (paths.length === 0 ? ["."] : paths).flatMap((path) => {
    const kind = kindOf(resolve(cwd, path));
    if (kind === "file") return [path];
    if (kind === "missing") throw new InputProblem(`There is no file or folder ${path}.`);
    const found = filesIn(resolve(cwd, path), isWaybillPath).sort();
    const entries = found.filter(hasName);
    const checked = entries.length > 0 ? entries : found;
    if (checked.length === 0) {
      throw new InputProblem(
        `There is no waybill in ${path}: no file ends in ${waybillEndings.join(" or ")}.`,
      );
    }
    return checked.map((file) => relative(cwd, file));
  });
  // A file that is named twice, by itself and by its folder perhaps, is checked once.
  return [...new Map(named.map((path) => [resolve(cwd, path), path])).values()];
}

/** Returns the names of the entry files that stand in a folder itself, sorted. */
export function entriesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => isWaybillPath(name) && hasName(join(folder, name)))
    .sort();
}

/** Included files have no name; a file that cannot be read is left to the checker. */
function hasName(path: string): boolean {
  try {
    const text = readFileSync(path, "utf8");
    const isFlow = /^\s*(?:#.*\s+)*\{/.test(text);
    return (isFlow ? /[{,]\s*["']?name["']?\s*:/ : /^["']?name["']?\s*:/m).test(text);
  } catch {
    return true;
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isWaybillPath, waybillEndings } from "../compiler/frontend/parse.ts";
import { syntaxOf } from "../compiler/source/syntax.ts";
import { filesIn, kindOf } from "./find-files.ts";
import { InputProblem } from "./input-problem.ts";

/**
 * Returns the entry files that paths name: files as they are, folders searched for files with a name, or for all
 * where none has one. Paths are relative to `cwd`. Throws InputProblem where there is no such path, or no waybill in
 * a folder.
 */
export function findEntries(paths: readonly string[], cwd: string): readonly string[] {
  return find(paths, cwd, (found) => {
    const entries = found.filter(hasName);
    return entries.length > 0 ? entries : found;
  });
}

/** Returns all waybills that paths name, included files too; like findEntries otherwise. */
export function findWaybills(paths: readonly string[], cwd: string): readonly string[] {
  return find(paths, cwd, (found) => found);
}

function find(
  paths: readonly string[],
  cwd: string,
  choose: (found: readonly string[]) => readonly string[],
): readonly string[] {
  const named = (paths.length === 0 ? ["."] : paths).flatMap((path) => {
    const kind = kindOf(resolve(cwd, path));
    if (kind === "file") return [path];
    if (kind === "missing") throw new InputProblem(`There is no file or folder ${path}.`);
    const found = filesIn(resolve(cwd, path), isWaybillPath).sort();
    if (found.length === 0) {
      throw new InputProblem(
        `There is no waybill in ${path}: no file ends in ${waybillEndings.join(" or ")}.`,
      );
    }
    return choose(found).map((file) => relative(cwd, file));
  });
  // A file that is named twice, by itself and by its folder perhaps, is taken once.
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
    return namesWaybill(path, readFileSync(path, "utf8"));
  } catch {
    return true;
  }
}

/** Says whether the text of a waybill gives it a name, as that of an entry file does. */
export function namesWaybill(path: string, text: string): boolean {
  if (syntaxOf(path) === "dsl") return /^\ufeff?(?:\s|#[^\n]*\n)*waybill[ \t]+\d+[ \t]+[\w"]/.test(text);
  const isFlow = /^\s*(?:#.*\s+)*\{/.test(text);
  return (isFlow ? /[{,]\s*["']?name["']?\s*:/ : /^["']?name["']?\s*:/m).test(text);
}

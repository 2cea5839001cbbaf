import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isWaybillPath, waybillEndings } from "../compiler/frontend/parse.ts";
import { InputProblem } from "./input-problem.ts";

/** Folders that hold no waybills of the project. */
const skipped = new Set(["node_modules", ".git", ".waybill", "dist"]);

/**
 * Returns the entry files that paths name: files as they are, folders searched for files with a `name` key. Paths
 * are relative to `cwd`. Throws InputProblem where there is no such path, or no waybill in a folder.
 */
export function findEntries(paths: readonly string[], cwd: string): readonly string[] {
  const named = (paths.length === 0 ? ["."] : paths).flatMap((path) => {
    const kind = kindOf(resolve(cwd, path));
    if (kind === "file") return [path];
    if (kind === "missing") throw new InputProblem(`There is no file or folder ${path}.`);
    const found = search(resolve(cwd, path)).sort();
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

function kindOf(path: string): "file" | "folder" | "missing" {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "missing";
  return stats.isDirectory() ? "folder" : "file";
}

function search(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return skipped.has(item.name) ? [] : search(path);
    return item.isFile() && isWaybillPath(item.name) ? [path] : [];
  });
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

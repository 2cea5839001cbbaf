import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders that hold no files of the project. */
const skipped = new Set(["node_modules", ".git", ".waybill", "dist"]);

/** Says what stands at a path. */
export function kindOf(path: string): "file" | "folder" | "missing" {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "missing";
  return stats.isDirectory() ? "folder" : "file";
}

/** Returns the files in a folder and its folders whose names are wanted. */
export function filesIn(folder: string, isWanted: (name: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return skipped.has(item.name) ? [] : filesIn(path, isWanted);
    return item.isFile() && isWanted(item.name) ? [path] : [];
  });
}

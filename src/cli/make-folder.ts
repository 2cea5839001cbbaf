import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { FileError } from "./file-error.ts";

/**
 * Makes a folder, and those around it that are missing. One after another: where nothing can be made, as under `/proc`,
 * Node's own way to make all of them never ends.
 */
export function makeFolder(path: string): void {
  const parent = dirname(path);
  if (isFolder(path)) return;
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw new FileError("make", path, error);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

import { existsSync, lstatSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FileError } from "../file-error.ts";
import { makeFolder } from "../make-folder.ts";
import type { ProjectFile } from "./project-files.ts";

/** What became of a file: `left_out` is a part of the sample where another part of it was there. */
export interface WrittenFile {
  readonly path: string;
  readonly status: "kept" | "left_out" | "written";
}

/** Writes the files that are not there. What is there is never touched. */
export function writeProject(folder: string, files: readonly ProjectFile[]): readonly WrittenFile[] {
  const isThere = ({ path }: ProjectFile) => existsSync(join(folder, path));
  const hasSample = files.some((file) => file.isSample && isThere(file));
  return files.map((file) => {
    const { path, text, isSample } = file;
    if (isThere(file)) return { path, status: "kept" };
    if (isSample && hasSample) return { path, status: "left_out" };
    return { path, status: writeFile(join(folder, path), text) ? "written" : "kept" };
  });
}

/** Returns false where the file has come to be there in the meantime, or is a link to nowhere. */
function writeFile(path: string, text: string): boolean {
  makeFolder(dirname(path));
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST" && isEntry(path)) return false;
    throw new FileError("write", path, error);
  }
}

/** `mkdir` fails in the same way where a file stands in the place of a folder. */
function isEntry(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

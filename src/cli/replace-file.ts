import { realpathSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { FileError } from "./file-error.ts";

/** Writes a file as a whole or not at all, with the mode that it has. A link stays one. */
export function replaceFile(path: string, text: string): void {
  try {
    writeFileAtomic.sync(targetOf(path), text);
  } catch (error) {
    throw new FileError("write", path, error);
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

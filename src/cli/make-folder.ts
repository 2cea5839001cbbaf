import { makeFolder as make } from "../runtime/make-folder.ts";
import { FileError } from "./file-error.ts";

/** Makes a folder, and those around it that are missing; throws a FileError that names the one that cannot be made. */
export function makeFolder(path: string, mode?: number): void {
  try {
    make(path, mode);
  } catch (error) {
    const failed = error instanceof Error && "path" in error ? String(error.path) : path;
    throw new FileError("make", failed, error);
  }
}

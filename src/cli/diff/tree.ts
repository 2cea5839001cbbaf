/** Files of one version: on the disk, or in a commit. */
import { readFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { limits } from "../../compiler/frontend/limits.ts";
import { isWaybillPath } from "../../compiler/frontend/parse.ts";
import type { FileReader, ReadResult } from "../../compiler/project/file-reader.ts";
import { isTestPath } from "../../testing/read-test-file.ts";
import { type DiskEntry, openEntry } from "../disk-reader.ts";
import { FileError } from "../file-error.ts";
import { namesWaybill } from "../find-entries.ts";
import { filesIn, kindOf } from "../find-files.ts";
import { filesOfCommit, type Repository, readCommitFile } from "../git.ts";

/** A version of a project. Paths have `/` between folders and start from a folder of the tree's own. */
export interface Tree {
  /** How people call it: `main`, `working tree`. */
  readonly name: string;
  /** Returns the paths of files in a folder and its folders that are wanted, sorted. */
  list(folder: string, isWanted: (path: string) => boolean): readonly string[];
  /** Returns what is in a file; undefined where there is none. */
  read(path: string): Uint8Array | undefined;
  /** Returns an entry file as the compiler reads it. */
  open(path: string): DiskEntry;
}

/** Returns the files on the disk; paths start from `cwd`. */
export function diskTree(cwd: string): Tree {
  return {
    name: "working tree",
    list: (folder, isWanted) => {
      const full = resolve(cwd, folder);
      if (kindOf(full) !== "folder") return [];
      return filesIn(full, isWanted)
        .map((path) => relative(cwd, path).replaceAll("\\", "/"))
        .sort();
    },
    read(path) {
      try {
        return readFileSync(resolve(cwd, path));
      } catch (error) {
        const problem = new FileError("read", path, error);
        if (["ENOENT", "ENOTDIR", "EISDIR"].includes(problem.code)) return undefined;
        throw problem;
      }
    },
    open: (path) => openEntry(path, cwd),
  };
}

/** Returns the files of a commit; paths start from the repository's topmost folder. */
export function commitTree(name: string, commit: string, repository: Repository): Tree {
  const bytesOf = (path: string) => {
    const file = readCommitFile(commit, path, repository);
    return file.kind === "file" ? file.bytes : undefined;
  };
  return {
    name,
    list: (folder, isWanted) => [...filesOfCommit(commit, folder, repository)].filter(isWanted).sort(),
    read: bytesOf,
    open: (path) => ({
      entry: posix.basename(path),
      reader: commitReader(commit, posix.dirname(path), repository),
    }),
  };
}

function commitReader(commit: string, folder: string, repository: Repository): FileReader {
  return {
    read(name, mostBytes = limits.bytes): ReadResult {
      const path = posix.join(folder, name);
      if (path === ".." || path.startsWith("../")) return { kind: "outside" };
      const file = readCommitFile(commit, path, repository);
      switch (file.kind) {
        case "missing": {
          const beside = filesOfCommit(commit, posix.dirname(path), repository);
          return { kind: "missing", siblings: beside.map((one) => posix.basename(one)) };
        }
        case "folder":
          return { kind: "unreadable", reason: "it is a folder" };
        case "outside":
          return { kind: "outside" };
        case "file":
          return textOf(file, mostBytes);
      }
    },
  };
}

function textOf(
  { bytes, id }: { readonly bytes: Buffer; readonly id: string },
  mostBytes: number,
): ReadResult {
  if (bytes.length > mostBytes) return { kind: "too-large", bytes: bytes.length };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: "text", text, id };
  } catch (error) {
    if (error instanceof TypeError) return { kind: "not-utf8" };
    throw error;
  }
}

/** Returns the entry files in a folder of a tree: those with a name, or all waybills where none has one. */
export function entriesOf(tree: Tree, folder: string): readonly string[] {
  const found = tree.list(folder, isWaybillPath);
  const named = found.filter((path) => namesWaybill(path, decode(tree.read(path))));
  return named.length > 0 ? named : found;
}

/** Returns the test files beside an entry file and in the folders below. */
export function testsBeside(tree: Tree, entry: string): readonly string[] {
  return tree.list(posix.dirname(entry) === "." ? "" : posix.dirname(entry), isTestPath);
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** Returns a path of a file that another one names. */
export function beside(file: string, path: string): string {
  return join(dirname(file), path).replaceAll("\\", "/");
}

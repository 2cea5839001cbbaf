import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { limits } from "../compiler/frontend/limits.ts";
import type { FileReader, ReadResult } from "../compiler/project/file-reader.ts";
import { InputProblem } from "./input-problem.ts";

/** An entry file on the disk: its path for the compiler, and how its neighbours are read. */
export interface DiskEntry {
  /** The entry file's name: paths are relative to its folder. */
  readonly entry: string;
  readonly reader: FileReader;
}

/**
 * Returns the reader of an entry file's project: the nearest folder with `.git`, else the file's own folder. `path`
 * starts from `cwd`. Throws InputProblem where there is no such file.
 */
export function openEntry(path: string, cwd = process.cwd()): DiskEntry {
  const file = resolve(cwd, path);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new InputProblem(`There is no file \`${path}\`.`);
  if (stats.isDirectory()) throw new InputProblem(`\`${path}\` is a folder; name a waybill in it.`);
  const folder = dirname(file);
  const root = realPath(projectRoot(folder));
  return {
    entry: basename(file),
    reader: { read: (name, mostBytes) => readInside(resolve(folder, name), root, mostBytes) },
  };
}

/** Returns the folder of the project that a folder is in: the nearest with `.git`, else the folder itself. */
export function projectRoot(folder: string): string {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, ".git"))) return candidate;
    if (candidate === dirname(candidate)) return folder;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function readInside(path: string, root: string, mostBytes: number = limits.bytes): ReadResult {
  try {
    const id = realpathSync(path);
    if (isOutside(root, id)) return { kind: "outside" };
    const stats = statSync(id);
    if (stats.isDirectory()) return { kind: "unreadable", reason: "it is a folder" };
    if (stats.size > mostBytes) return { kind: "too-large", bytes: stats.size };
    return {
      kind: "text",
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(id)),
      id,
    };
  } catch (error) {
    return unreadable(error, path, root);
  }
}

function isOutside(root: string, path: string): boolean {
  const inner = relative(root, path);
  return inner === ".." || inner.startsWith(`..${sep}`) || resolve(inner) === inner;
}

function unreadable(error: unknown, path: string, root: string): ReadResult {
  if (error instanceof TypeError) return { kind: "not-utf8" };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code !== "ENOENT" && code !== "ENOTDIR") return { kind: "unreadable", reason: code || String(error) };
  return isOutside(root, path) ? { kind: "outside" } : { kind: "missing", siblings: siblingsOf(path) };
}

function siblingsOf(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { editYaml, type YamlEdit } from "../../compiler/frontend/yaml/edit.ts";
import { FileError } from "../file-error.ts";
import type { Session } from "./session.ts";

/** What was rewritten in a test file. */
export interface UpdatedFile {
  readonly path: string;
  readonly expectations: number;
}

/** Writes what came in place of what was expected, wherever the two differ. */
export function updateTests({ runs }: Session, cwd: string): readonly UpdatedFile[] {
  const edits = new Map<string, Map<string, YamlEdit>>();
  for (const { path, outcome } of runs) {
    const own = edits.get(path) ?? new Map<string, YamlEdit>();
    for (const { edit } of outcome.failures) {
      // A test that runs against several waybills has one text: that of the first.
      const key = edit?.path.join(" ");
      if (edit !== undefined && key !== undefined && !own.has(key)) own.set(key, edit);
    }
    edits.set(path, own);
  }
  return [...edits].flatMap(([path, own]) => {
    if (own.size === 0) return [];
    const full = resolve(cwd, path);
    const text = editYaml(readFileSync(full, "utf8"), [...own.values()]);
    try {
      writeFileSync(full, text);
    } catch (error) {
      throw new FileError("write", path, error);
    }
    return [{ path, expectations: own.size }];
  });
}

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Host } from "./host.ts";
import { InputProblem } from "./input-problem.ts";
import { replaceFile } from "./replace-file.ts";

/** Writes a file that `--out` names. Throws InputProblem where one is there and `--force` is not. */
export function writeNew(out: string, text: string, isForced: boolean, { cwd }: Host): void {
  const path = resolve(cwd, out);
  if (!isForced && existsSync(path)) {
    throw new InputProblem(`\`${out}\` is there already; add --force to write over it.`);
  }
  replaceFile(path, text);
}

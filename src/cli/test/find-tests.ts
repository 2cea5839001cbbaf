import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { isWaybillPath } from "../../compiler/frontend/parse.ts";
import { isTestPath, testEndings } from "../../testing/read-test-file.ts";
import { filesIn, kindOf } from "../find-files.ts";
import { InputProblem } from "../input-problem.ts";

/** Test files, and the waybill that alone is under test where one was named. */
export interface FoundTests {
  /** Paths from `cwd`, sorted within each folder that was named. */
  readonly files: readonly string[];
  /** Absolute paths of the waybills that were named; none means all. */
  readonly only: ReadonlySet<string>;
}

/**
 * Returns the test files that paths name: files as they are, folders searched, and for a waybill those of its
 * folder. Throws InputProblem where there are none.
 */
export function findTests(paths: readonly string[], cwd: string): FoundTests {
  const only = new Set<string>();
  const named = (paths.length === 0 ? ["."] : paths).flatMap((path) => {
    const full = resolve(cwd, path);
    const kind = kindOf(full);
    if (kind === "missing") throw new InputProblem(`There is no file or folder \`${path}\`.`);
    if (kind === "folder") return orNone(filesIn(full, isTestPath).sort(), path);
    if (isTestPath(path)) return [full];
    if (!isWaybillPath(path)) {
      throw new InputProblem(`\`${path}\` is no test file: its name does not end in ${testEndings[0]}.`);
    }
    only.add(full);
    const folder = dirname(full);
    const beside = readdirSync(folder).filter(isTestPath).sort();
    return orNone(
      beside.map((name) => join(folder, name)),
      dirname(path),
    );
  });
  return { files: [...new Set(named)].map((file) => relative(cwd, file) || basename(file)), only };
}

function orNone(found: readonly string[], path: string): readonly string[] {
  if (found.length > 0) return found;
  throw new InputProblem(`There are no tests in \`${path}\`: no file ends in ${testEndings.join(" or ")}.`);
}

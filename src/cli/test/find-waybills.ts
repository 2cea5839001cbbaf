import { basename, dirname, resolve } from "node:path";
import type { Report } from "../../compiler/diagnostics/diagnostic.ts";
import { nearest } from "../../compiler/diagnostics/suggest.ts";
import { isWaybillPath } from "../../compiler/frontend/parse.ts";
import { testEndings } from "../../testing/read-test-file.ts";
import type { TestCase, TestFile } from "../../testing/test-file.ts";
import { entriesIn } from "../find-entries.ts";
import { kindOf } from "../find-files.ts";

/** Returns the absolute paths of the entry files that a test runs against; none, with a diagnostic, where it has none. */
export function findWaybills(
  test: TestCase,
  { file }: TestFile,
  testPath: string,
  report: Report,
): readonly string[] {
  const folder = dirname(testPath);
  if (test.waybills.length > 0) {
    return test.waybills.flatMap(({ path, span }) => {
      const full = resolve(folder, path);
      const reason = problemWith(full, path);
      if (reason === undefined) return [full];
      const suggestion = nearest(basename(path), safeEntries(dirname(full)));
      report("no-waybill", span, { reason, suggestion });
      return [];
    });
  }
  const entries = safeEntries(folder);
  const ending = testEndings.find((one) => testPath.endsWith(one)) ?? "";
  const base = basename(testPath, ending);
  const own = entries.find((name) => name.startsWith(`${base}.waybill`));
  const [only, ...others] = own === undefined ? entries : [own];
  if (only !== undefined && others.length === 0) return [resolve(folder, only)];
  const start = { file, start: 0, end: Math.min(1, file.text.length) };
  const reason = only === undefined ? "its folder has none" : `its folder has ${entries.join(", ")}`;
  report("no-waybill", start, { reason });
  return [];
}

function problemWith(full: string, path: string): string | undefined {
  const kind = kindOf(full);
  if (kind === "missing") return `there is no file ${path}`;
  if (kind === "folder") return `${path} is a folder`;
  return isWaybillPath(path) ? undefined : `${path} is no waybill by its name`;
}

function safeEntries(folder: string): readonly string[] {
  return kindOf(folder) === "folder" ? entriesIn(folder) : [];
}

/** Runs tests: from paths to what became of each test, with nothing printed. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createCollector, type Diagnostic, sortDiagnostics } from "../../compiler/diagnostics/diagnostic.ts";
import { createSourceFile } from "../../compiler/source/source-file.ts";
import { readTestFile } from "../../testing/read-test-file.ts";
import { type BatchFile, resolveBatch } from "../../testing/resolve-batch.ts";
import { judgeTest, type TestOutcome } from "../../testing/run-test.ts";
import type { TestCase, TestFile } from "../../testing/test-file.ts";
import { FileError } from "../file-error.ts";
import { InputProblem } from "../input-problem.ts";
import { readBatchFiles } from "./batch-files.ts";
import { findTests } from "./find-tests.ts";
import { findWaybills } from "./find-waybills.ts";
import type { TestOptions } from "./options.ts";
import { createWaybills, type OpenWaybill, type WaybillUnderTest } from "./waybills.ts";

/** One test against one entry file. */
export interface TestRun {
  /** The test file, as a user would type it. */
  readonly path: string;
  readonly file: TestFile;
  readonly test: TestCase;
  readonly waybill: WaybillUnderTest;
  readonly batch: string | Uint8Array;
  readonly outcome: TestOutcome;
  readonly milliseconds: number;
}

/** What a session found. */
export interface Session {
  readonly runs: readonly TestRun[];
  /** What is wrong with test files. */
  readonly problems: readonly Diagnostic[];
  /** Entry files that have errors: their tests did not run. */
  readonly broken: readonly WaybillUnderTest[];
  /** The absolute paths of all files that were read. */
  readonly files: readonly string[];
  readonly milliseconds: number;
}

/** Runs the tests that the options name. Throws InputProblem where there are none. */
export async function runSession(options: TestOptions, cwd: string): Promise<Session> {
  const startedAt = performance.now();
  const found = findTests(options.paths, cwd);
  const { diagnostics, report } = createCollector();
  const read = found.files.map((path) => {
    const file = createSourceFile(path.replaceAll("\\", "/"), readText(resolve(cwd, path), path));
    return { path: resolve(cwd, path), shown: path, file: readTestFile(file, report) };
  });
  const whole = read.flatMap(({ path, shown, file }) => (file === undefined ? [] : [{ path, shown, file }]));
  const batchFiles = await readBatchFiles(whole, new Map<string, BatchFile>());
  const open = createWaybills(cwd);
  const runs: TestRun[] = [];
  const waybills = new Set<WaybillUnderTest>();
  for (const { path, shown, file } of whole) {
    const readFile = (name: string) => batchFiles.get(resolve(dirname(path), name)) ?? unread;
    for (const test of file.tests.filter((one) => isWanted(one, options))) {
      const paths = findWaybills(test, file, path, report);
      const batch = resolveBatch(test, readFile, report);
      for (const one of await openAll(paths, found.only, open)) {
        waybills.add(one);
        if (batch === undefined || one.ready === undefined) continue;
        const begun = performance.now();
        const outcome = judgeTest(test, one.ready.forward(batch, { drops: "full" }));
        const milliseconds = performance.now() - begun;
        runs.push({ path: shown, file, test, waybill: one, batch, outcome, milliseconds });
      }
    }
  }
  const problems = sortDiagnostics(diagnostics);
  const broken = [...waybills].filter(({ ready }) => ready === undefined);
  if (runs.length === 0 && problems.length === 0 && broken.length === 0)
    throw new InputProblem(nothingToRun(options));
  const files = [
    ...read.map(({ path }) => path),
    ...batchFiles.keys(),
    ...[...waybills].flatMap((waybill) => waybill.files),
  ];
  return { runs, problems, broken, files, milliseconds: performance.now() - startedAt };
}

const unread: BatchFile = { kind: "problem", reason: "it was not read" };

function openAll(
  paths: readonly string[],
  only: ReadonlySet<string>,
  open: OpenWaybill,
): Promise<readonly WaybillUnderTest[]> {
  return Promise.all(paths.filter((path) => only.size === 0 || only.has(path)).map(open));
}

function isWanted({ name }: TestCase, { filter }: TestOptions): boolean {
  return filter === undefined || name.toLowerCase().includes(filter.toLowerCase());
}

function nothingToRun({ filter, paths }: TestOptions): string {
  if (filter !== undefined) return `No test has \`${filter}\` in its name.`;
  return `No test runs against ${paths.map((path) => `\`${path}\``).join(" or ")}.`;
}

function readText(full: string, shown: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(full));
  } catch (error) {
    if (error instanceof TypeError) throw new InputProblem(`\`${shown}\` is not UTF-8.`);
    throw new FileError("read", shown, error);
  }
}

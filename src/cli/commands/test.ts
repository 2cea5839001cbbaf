import type { Command } from "../command.ts";
import { exit } from "../exit.ts";
import type { Host } from "../host.ts";
import { InputProblem } from "../input-problem.ts";
import { paletteFor } from "../report.ts";
import { measureCoverage, percentOf, type WaybillCoverage } from "../test/coverage.ts";
import { readTestOptions, type TestOptions } from "../test/options.ts";
import { renderCoverage, shownPercent } from "../test/render-coverage.ts";
import { renderJsonSession } from "../test/render-json.ts";
import { renderJunitSession } from "../test/render-junit.ts";
import { isFailed, renderSession } from "../test/render-text.ts";
import { runSession, type Session } from "../test/session.ts";
import { suggestTests } from "../test/suggest-tests.ts";
import { updateTests } from "../test/update.ts";
import { runOnChange } from "../test/watch.ts";

/** `waybill test`: runs the tests of waybills. */
export const testCommand: Command = {
  usage: `
waybill test [paths] [options]

Runs the tests in *.test.yaml files: each puts a batch through the forwarder of a waybill and compares the requests
and what was left out. A path is a test file, a folder, or a waybill; without one the current folder is searched.

  --filter <text>           only tests with this in their name
  --update                  write what came into the test files, for review
  --watch                   run again when a file changes, until Ctrl-C
  --coverage                say what of each waybill the tests reach, and why not the rest
  --min-coverage <percent>  the same, and exit status 1 where it is less
  --suggest                 the same, with tests that would reach the rest
  --format text|json|junit  how results are printed (text); --json is --format json

Exit status: 0 all tests passed, 1 a test failed, there was none, or coverage is too small, 2 wrong usage,
70 a bug of ours.
`,
  async run(args, host) {
    const options = readTestOptions(args);
    if (!options.watch) return statusOf(await runOnce(options, host), options);
    let files: readonly string[] = [];
    await runOnChange(async () => {
      files = (await runWatched(options, host))?.files ?? files;
      return files;
    }, host);
    return exit.fine;
  },
};

/** A session with what its tests reach, where that was asked for. */
interface Measured extends Session {
  readonly coverage: readonly WaybillCoverage[];
}

async function runOnce(options: TestOptions, host: Host): Promise<Measured> {
  const first = await runSession(options, host.cwd);
  const updated = options.update ? updateTests(first, host.cwd) : [];
  const session = updated.length > 0 ? await runSession(options, host.cwd) : first;
  const coverage = options.coverage ? measureCoverage(session) : [];
  host.stdout.write(render(session, coverage, options, host));
  for (const { path, expectations } of updated) {
    host.stderr.write(`${path}: ${expectations} expectation${expectations === 1 ? "" : "s"} rewritten\n`);
  }
  for (const one of coverage.filter((each) => isTooSmall(each, options))) {
    host.stderr.write(
      `${one.path}: coverage ${shownPercent(percentOf(one.items))} is less than ${options.minCoverage} %\n`,
    );
  }
  return { ...session, coverage };
}

function render(
  session: Session,
  coverage: readonly WaybillCoverage[],
  { format, suggest }: TestOptions,
  host: Host,
): string {
  if (format === "json") return renderJsonSession(session, coverage);
  if (format === "junit") return renderJunitSession(session);
  const palette = paletteFor(host.stdout, host);
  const parts = [
    renderSession(session, palette),
    ...coverage.map((one) => renderCoverage(one, palette)),
    ...(suggest ? coverage.map(suggestTests) : []),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function isTooSmall({ items }: WaybillCoverage, { minCoverage }: TestOptions): boolean {
  return minCoverage !== undefined && percentOf(items) < minCoverage;
}

/** A mistake ends no watch: the next change may be its repair. */
async function runWatched(options: TestOptions, host: Host): Promise<Session | undefined> {
  try {
    return await runOnce(options, host);
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    host.stderr.write(`waybill: ${error.message}\n`);
    return undefined;
  }
}

function statusOf({ runs, problems, broken, coverage }: Measured, options: TestOptions): number {
  const isFine = problems.length === 0 && broken.length === 0 && !runs.some(isFailed);
  return isFine && !coverage.some((one) => isTooSmall(one, options)) ? exit.fine : exit.problems;
}

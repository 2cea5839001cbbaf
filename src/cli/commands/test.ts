import type { Command } from "../command.ts";
import { exit } from "../exit.ts";
import type { Host } from "../host.ts";
import { InputProblem } from "../input-problem.ts";
import { paletteFor } from "../report.ts";
import { readTestOptions, type TestOptions } from "../test/options.ts";
import { renderJsonSession } from "../test/render-json.ts";
import { renderJunitSession } from "../test/render-junit.ts";
import { isFailed, renderSession } from "../test/render-text.ts";
import { runSession, type Session } from "../test/session.ts";
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
  --format text|json|junit  how results are printed (text); --json is --format json

Exit status: 0 all tests passed, 1 a test failed or there was none, 2 wrong usage, 70 a bug of ours.
`,
  async run(args, host) {
    const options = readTestOptions(args);
    if (!options.watch) return statusOf(await runOnce(options, host));
    let files: readonly string[] = [];
    await runOnChange(async () => {
      files = (await runWatched(options, host))?.files ?? files;
      return files;
    }, host);
    return exit.fine;
  },
};

async function runOnce(options: TestOptions, host: Host): Promise<Session> {
  const first = await runSession(options, host.cwd);
  const updated = options.update ? updateTests(first, host.cwd) : [];
  const session = updated.length > 0 ? await runSession(options, host.cwd) : first;
  const render = { json: renderJsonSession, junit: renderJunitSession, text: undefined }[options.format];
  host.stdout.write(render?.(session) ?? renderSession(session, paletteFor(host.stdout, host)));
  for (const { path, expectations } of updated) {
    host.stderr.write(`${path}: ${expectations} expectation${expectations === 1 ? "" : "s"} rewritten\n`);
  }
  return session;
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

function statusOf({ runs, problems, broken }: Session): number {
  return runs.some(isFailed) || problems.length > 0 || broken.length > 0 ? exit.problems : exit.fine;
}

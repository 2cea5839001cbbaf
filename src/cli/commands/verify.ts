import { createCompared, verify } from "../../verify/verify.ts";
import { emitBothWays, openWays } from "../../verify/ways.ts";
import type { Command } from "../command.ts";
import { openEntry } from "../disk-reader.ts";
import { exit } from "../exit.ts";
import { paletteFor, reportDiagnostics } from "../report.ts";
import { showProgress } from "../run/progress.ts";
import { readVerifyOptions } from "../verify/options.ts";
import { renderJsonVerification, renderVerification, renderVerifyProgress } from "../verify/render.ts";

/** `waybill verify`: compares every way the code of a waybill runs. */
export const verifyCommand: Command = {
  usage: `
waybill verify <file> [--random n] [--seed n] [--json]

Makes batches for a waybill and runs them every way its code can run: the reference interpreter, the emitted code
without passes and with all of them, and the minified bundle that \`build\` writes. All must give the same requests and
leave out the same, for the same reasons and by the same lines. Says what of the waybill the batches reached.

  --random <n>   how many random batches follow those that are made for the waybill (2000)
  --seed <n>     other random batches (1); the same seed gives the same
  --json         one JSON object

Exit status: 0 all ways agree, 1 the waybill has errors, 2 wrong usage, 70 they do not, which is a bug of ours.
`,
  async run(args, host) {
    const options = readVerifyOptions(args);
    const started = performance.now();
    const { entry, reader } = openEntry(options.file, host.cwd);
    const { emitted, diagnostics } = emitBothWays(entry, reader);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) reportDiagnostics(options.file, errors, host.stderr, host);
    if (emitted === undefined) return exit.problems;
    const ways = await openWays(emitted);
    const compared = createCompared();
    const hideProgress = showProgress(host.stderr, () => renderVerifyProgress(compared));
    const verification = await verify(ways, options, compared).finally(hideProgress);
    const about = {
      path: options.file,
      program: ways.program,
      seed: options.seed,
      ways: ways.others.map(({ name }) => name),
      milliseconds: performance.now() - started,
    };
    const palette = paletteFor(host.stdout, host);
    host.stdout.write(
      options.isJson
        ? renderJsonVerification(verification, about)
        : renderVerification(verification, about, palette),
    );
    return verification.failure === undefined ? exit.fine : exit.bug;
  },
};

import type { Command } from "../command.ts";
import { exit } from "../exit.ts";
import { openForwarder } from "../forwarder.ts";
import { runDry } from "../run/dry-run.ts";
import { openInput } from "../run/input.ts";
import { readRunOptions } from "../run/options.ts";
import { runSend } from "../run/send.ts";

const usage = `waybill run <file> --in <batches|-> (--dry-run | --send) [options]

Puts mParticle batches through a waybill. The input is NDJSON, one batch, or a JSON array of batches;
\`-\` reads standard input.

  --dry-run               print the requests, one JSON object a line; nothing is sent
  --send                  send the requests to SessionM
  --env-file <file>       read environment variables from a file; those that are set already win
  --concurrency <n>       requests in flight at most (16)
  --timeout <seconds>     for one attempt (10)
  --dead-letters <file>   where requests go that were not delivered (.waybill/dead-letters.ndjson)
  --json                  print the summary as JSON

Exit status: 0 fine, 1 problems in the waybill or the input, 2 wrong usage, 3 something was not delivered.
`;

/** `waybill run`: runs batches through a waybill (`language.md` §6). */
export const runCommand: Command = {
  usage,
  async run(args, host) {
    const options = readRunOptions(args);
    const forwarder = await openForwarder(options.waybill, host);
    if (forwarder === undefined) return exit.problems;
    const input = await openInput(options.input, host);
    const run = options.action === "send" ? runSend : runDry;
    return run(forwarder, input, options, host).finally(() => input.stream.destroy());
  },
};

import { loadForwarder } from "../../bundle/load.ts";
import { compileWaybill } from "../../compiler/compile.ts";
import { parseText } from "../../runtime/emitted/json.ts";
import type { Request } from "../../runtime/emitted/result.ts";
import { messageId } from "../../runtime/sessionm/message-id.ts";
import { renderJsonTrace } from "../../trace/render-json.ts";
import { renderTrace } from "../../trace/render-text.ts";
import { traceBatch } from "../../trace/trace-batch.ts";
import { hideValue, showValue } from "../../trace/words.ts";
import { requireAgreement } from "../../verify/agreement.ts";
import type { Command } from "../command.ts";
import { openEntry } from "../disk-reader.ts";
import { exit } from "../exit.ts";
import { paletteFor, reportDiagnostics } from "../report.ts";
import { openInput } from "../run/input.ts";
import { createOutput } from "../run/output.ts";
import { readTraced } from "../trace/batches.ts";
import { readTraceOptions } from "../trace/options.ts";

/** `waybill trace`: what became of each data point of a batch, and why. */
export const traceCommand: Command = {
  usage: `
waybill trace <file> --in <batches|-> [--batch n] [--show-values] [--json]

Shows for each data point of a batch what was sent of it and how its value was made, or why it was left out, with the
file and line of the waybill that decided it. Sends nothing. The input is NDJSON, one batch, or a JSON array of
batches; \`-\` reads standard input.

  --batch <n>     only this batch of the input, counted from 0
  --show-values   show the values of members; without it they are hidden, and ids are shortened
  --json          one JSON object a line for each batch

Exit status: 0 fine, 1 problems in the waybill or the input, 2 wrong usage, 70 a bug of ours.
`,
  async run(args, host) {
    const options = readTraceOptions(args);
    const { entry, reader } = openEntry(options.file, host.cwd);
    const { program, module, diagnostics } = compileWaybill(entry, reader);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) reportDiagnostics(options.file, errors, host.stderr, host);
    if (program === undefined || module === undefined) return exit.problems;
    const forward = await loadForwarder(module);
    const style = {
      program,
      palette: paletteFor(host.stdout, host),
      show: options.showsValues ? showValue : hideValue,
    };
    const identify = (request: Request) => messageId(program.name, request);
    const input = await openInput(options.input, host);
    const output = createOutput(host.stdout);
    let seen = 0;
    let isReadable = true;
    for await (const bytes of readTraced(input, options.batch)) {
      if (output.isClosed()) break;
      const batch = options.batch ?? seen;
      const trace = traceBatch(program, bytes, style.show);
      requireAgreement(trace, forward(bytes, { drops: "full" }), `batch ${batch} of ${input.name}`);
      const mask = { batch, showsValues: options.showsValues, show: style.show, messageId: identify };
      const text = options.isJson
        ? renderJsonTrace(trace, mask)
        : `${seen > 0 ? "\n" : ""}${renderTrace(trace, style)}`;
      await output.write(text);
      isReadable &&= trace.requests.length > 0 || parseText(Buffer.from(bytes).toString()) !== undefined;
      seen++;
    }
    await output.flush();
    return isReadable ? exit.fine : exit.problems;
  },
};

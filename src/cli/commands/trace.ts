import { loadForwarder } from "../../bundle/load.ts";
import { compileWaybill } from "../../compiler/compile.ts";
import type { Request } from "../../runtime/emitted/result.ts";
import { messageId } from "../../runtime/sessionm/message-id.ts";
import { InputError } from "../../runtime/sources/batch-text.ts";
import { readBatches } from "../../runtime/sources/batches.ts";
import { requireAgreement } from "../../trace/agreement.ts";
import { renderJsonTrace } from "../../trace/render-json.ts";
import { renderTrace } from "../../trace/render-text.ts";
import { traceBatch } from "../../trace/trace-batch.ts";
import { hideValue, showValue } from "../../trace/words.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { openEntry } from "../disk-reader.ts";
import { exit, UsageError } from "../exit.ts";
import { FileError } from "../file-error.ts";
import { InputProblem } from "../input-problem.ts";
import { paletteFor, reportDiagnostics } from "../report.ts";
import { type Input, openInput } from "../run/input.ts";
import { createOutput } from "../run/output.ts";

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
    const options = readOptions(args);
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
    for await (const bytes of batchesOf(input, options.batch)) {
      if (output.isClosed()) break;
      const batch = options.batch ?? seen;
      const trace = traceBatch(program, bytes, style.show);
      requireAgreement(trace, forward(bytes, { drops: "full" }), `batch ${batch} of ${input.name}`);
      const mask = { batch, showsValues: options.showsValues, show: style.show, messageId: identify };
      const text = options.isJson
        ? renderJsonTrace(trace, mask)
        : `${seen > 0 ? "\n" : ""}${renderTrace(trace, style)}`;
      await output.write(text);
      seen++;
    }
    await output.flush();
    if (seen === 0) throw new InputProblem(noBatch(options.batch, input));
    return exit.fine;
  },
};

interface TraceOptions {
  readonly file: string;
  readonly input: string;
  readonly batch: number | undefined;
  readonly showsValues: boolean;
  readonly isJson: boolean;
}

function readOptions(args: readonly string[]): TraceOptions {
  const { values, positionals } = parseArguments(args, {
    in: { type: "string" },
    batch: { type: "string" },
    "show-values": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  });
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError("No waybill was named.");
  if (others.length > 0)
    throw new UsageError(`\`trace\` takes one waybill; \`${others[0]}\` is one argument too many.`);
  if (!values.in)
    throw new UsageError("`--in` is missing.", "Name a file of batches, or `-` for standard input.");
  if (values.batch !== undefined && !/^\d{1,15}$/.test(values.batch)) {
    throw new UsageError(`\`--batch\` is a whole number from 0, not \`${values.batch}\`.`);
  }
  const batch = values.batch === undefined ? undefined : Number(values.batch);
  return { file, input: values.in, batch, showsValues: values["show-values"], isJson: values.json };
}

/** The batches of an input, or one of them. */
async function* batchesOf(input: Input, only: number | undefined): AsyncGenerator<Uint8Array> {
  let index = 0;
  try {
    for await (const { bytes, line } of readBatches(input.stream)) {
      if (only === undefined || only === index) {
        if (bytes === undefined)
          throw new InputProblem(`${input.name}:${line}: this batch is longer than 16 MiB.`);
        yield bytes;
      }
      if (index === only) return;
      index++;
    }
  } catch (error) {
    if (error instanceof InputProblem) throw error;
    if (error instanceof InputError) throw new InputProblem(`${input.name}:${error.line}: ${error.message}.`);
    throw new FileError("read", input.name, error);
  } finally {
    input.stream.destroy();
  }
}

function noBatch(batch: number | undefined, { name }: Input): string {
  return batch === undefined
    ? `${name} holds no batch.`
    : `${name} has no batch ${batch}; they are counted from 0.`;
}

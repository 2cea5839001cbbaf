import type { DropCounts, Forward, Request } from "../../runtime/emitted/result.ts";
import { type BatchText, InputError } from "../../runtime/sources/batch-text.ts";
import { readBatches } from "../../runtime/sources/batches.ts";
import { FileError } from "../file-error.ts";
import type { Host } from "../host.ts";
import type { Input } from "./input.ts";
import { note } from "./note.ts";
import { countBatch, type Tally } from "./tally.ts";

/** The requests of one batch, with the batch's index in the input. */
export interface ForwardedBatch {
  readonly batch: number;
  readonly requests: readonly Request[];
}

/** How many unreadable lines are named; the others are counted. */
const namedLines = 10;

/**
 * Puts every batch of an input through a forwarder, counts what comes out, and names what is not JSON on standard
 * error. An input that breaks off is named after its last complete batch.
 */
export async function* forwardBatches(
  forward: Forward,
  input: Input,
  tally: Tally,
  host: Host,
): AsyncGenerator<ForwardedBatch> {
  for await (const text of readInput(input, tally, host)) {
    const { requests, drops } = text.bytes === undefined ? tooLong : forward(text.bytes);
    const problem = findProblem(text, requests, drops);
    if (problem !== undefined) {
      tally.unreadable++;
      if (tally.unreadable <= namedLines) note(host, `${input.name}:${text.line}: ${problem}`);
    }
    const batch = tally.batches;
    countBatch(tally, requests, drops);
    yield { batch, requests };
  }
  const more = tally.unreadable - namedLines;
  if (more > 0) note(host, `${input.name}: ${more.toLocaleString("en")} more batches cannot be read`);
}

/** The input's batches. Where it breaks off it ends here, with a message. */
async function* readInput(input: Input, tally: Tally, host: Host): AsyncGenerator<BatchText> {
  try {
    yield* readBatches(input.stream);
  } catch (error) {
    // A run that stops closes its input.
    if (tally.isStopped) return;
    tally.isBroken = true;
    note(host, breakMessage(error, input));
  }
}

const tooLong = { requests: [], drops: { malformed: 1 } } as const;

/** Only a malformed batch is looked at twice: text that is not JSON is a problem of the input. */
function findProblem(
  { bytes }: BatchText,
  requests: readonly Request[],
  drops: DropCounts,
): string | undefined {
  if (bytes === undefined) return "this batch is longer than 16 MiB";
  if (drops.malformed === undefined || requests.length > 0) return undefined;
  try {
    JSON.parse(Buffer.from(bytes).toString());
    return undefined;
  } catch {
    return "this batch is not JSON";
  }
}

function breakMessage(error: unknown, { name }: Input): string {
  if (error instanceof InputError) return `${name}:${error.line}: ${error.message}.`;
  return new FileError("read", name, error).message;
}

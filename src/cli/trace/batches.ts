import { InputError } from "../../runtime/sources/batch-text.ts";
import { readBatches } from "../../runtime/sources/batches.ts";
import { FileError } from "../file-error.ts";
import { InputProblem } from "../input-problem.ts";
import type { Input } from "../run/input.ts";

/** Reads the batches of an input, or one of them. Throws InputProblem where there is none. */
export async function* readTraced(input: Input, only: number | undefined): AsyncGenerator<Uint8Array> {
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
    if (only !== undefined || index === 0) throw new InputProblem(noBatch(only, input));
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

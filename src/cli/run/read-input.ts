import { InputError } from "../../runtime/sources/batch-text.ts";
import { readBatches } from "../../runtime/sources/batches.ts";
import { FileError } from "../file-error.ts";
import { InputProblem } from "../input-problem.ts";
import type { Input } from "./input.ts";

/** A batch of an input, which is whole. */
export interface InputBatch {
  readonly bytes: Uint8Array;
  readonly line: number;
}

/**
 * Reads the batches of an input one at a time, however long it is, and closes it. Throws InputProblem where what is read
 * is no batch, and FileError where the input cannot be read. What `wants` does not want is read over, by its index.
 */
export async function* readInput(
  input: Input,
  wants: (index: number) => boolean = () => true,
): AsyncGenerator<InputBatch> {
  let index = 0;
  try {
    for await (const { bytes, line } of readBatches(input.stream)) {
      if (!wants(index++)) continue;
      if (bytes === undefined)
        throw new InputProblem(`${input.name}:${line}: this batch is longer than 16 MiB.`);
      yield { bytes, line };
    }
  } catch (error) {
    if (error instanceof InputProblem) throw error;
    if (error instanceof InputError) throw new InputProblem(`${input.name}:${error.line}: ${error.message}.`);
    throw new FileError("read", input.name, error);
  } finally {
    input.stream.destroy();
  }
}

import { InputProblem } from "../input-problem.ts";
import type { Input } from "../run/input.ts";
import { readInput } from "../run/read-input.ts";

/** Reads the batches of an input, or one of them. Throws InputProblem where there is none. */
export async function* readTraced(input: Input, only: number | undefined): AsyncGenerator<Uint8Array> {
  let isEmpty = true;
  for await (const { bytes } of readInput(input, (index) => only === undefined || only === index)) {
    isEmpty = false;
    yield bytes;
    if (only !== undefined) return;
  }
  if (isEmpty) throw new InputProblem(noBatch(only, input));
}

function noBatch(batch: number | undefined, { name }: Input): string {
  return batch === undefined
    ? `${name} holds no batch.`
    : `${name} has no batch ${batch}; they are counted from 0.`;
}

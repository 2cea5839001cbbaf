import { createReadStream, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { InputError } from "../../runtime/sources/batch-text.ts";
import { readBatches } from "../../runtime/sources/batches.ts";
import type { BatchFile } from "../../testing/resolve-batch.ts";
import type { TestFile } from "../../testing/test-file.ts";
import { FileError } from "../file-error.ts";

/** Reads every file of batches that tests name, each once; returns what is in it by its absolute path. */
export async function readBatchFiles(
  tests: readonly { readonly path: string; readonly file: TestFile }[],
  known: Map<string, BatchFile>,
): Promise<ReadonlyMap<string, BatchFile>> {
  for (const { path, file } of tests) {
    for (const { batch } of file.tests) {
      if (batch.kind !== "file") continue;
      const full = resolve(dirname(path), batch.path);
      if (!known.has(full)) known.set(full, await readFile(full));
    }
  }
  return known;
}

async function readFile(path: string): Promise<BatchFile> {
  const batches: (Uint8Array | undefined)[] = [];
  try {
    if (statSync(path).isDirectory()) return { kind: "problem", reason: "it is a folder" };
    for await (const { bytes } of readBatches(createReadStream(path))) batches.push(bytes?.slice());
    return { kind: "batches", batches };
  } catch (error) {
    if (error instanceof InputError) return { kind: "problem", reason: error.message };
    return { kind: "problem", reason: new FileError("read", path, error).reason };
  }
}

import { Readable } from "node:stream";
import { createCollector } from "../../compiler/diagnostics/diagnostic.ts";
import { createSourceFile } from "../../compiler/source/source-file.ts";
import { InputError } from "../../runtime/sources/batch-text.ts";
import { readBatches } from "../../runtime/sources/batches.ts";
import { readTestFile } from "../../testing/read-test-file.ts";
import { type BatchFile, resolveBatch } from "../../testing/resolve-batch.ts";
import { beside, testsBeside } from "./tree.ts";
import type { Version } from "./versions.ts";

/** A batch that is there to compare with. */
export interface NamedBatch {
  readonly title: string;
  readonly batch: string | Uint8Array;
}

/** The batches of tests, and the test files that could not be used. */
export interface TestBatches {
  readonly batches: readonly NamedBatch[];
  readonly unusable: readonly string[];
}

/** Returns the batches of the tests beside an entry file. What a test file has wrong is for `waybill test` to say. */
export async function readTestBatches({ tree, path }: Version): Promise<TestBatches> {
  const batches: NamedBatch[] = [];
  const unusable: string[] = [];
  const opened = new Map<string, BatchFile>();
  for (const testPath of testsBeside(tree, path)) {
    const { diagnostics, report } = createCollector();
    const text = new TextDecoder().decode(tree.read(testPath));
    const file = readTestFile(createSourceFile(testPath, text), report);
    for (const test of file?.tests ?? []) {
      if (test.batch.kind === "file") await open(beside(testPath, test.batch.path), tree, opened);
      const readFile = (name: string) => opened.get(beside(testPath, name)) ?? missing;
      const batch = resolveBatch(test, readFile, report);
      if (batch !== undefined) batches.push({ title: `test: ${test.name}`, batch });
    }
    if (diagnostics.length > 0) unusable.push(testPath);
  }
  return { batches, unusable };
}

const missing: BatchFile = { kind: "problem", reason: "there is no such file" };

async function open(path: string, tree: Version["tree"], opened: Map<string, BatchFile>): Promise<void> {
  if (opened.has(path)) return;
  const bytes = tree.read(path);
  opened.set(path, bytes === undefined ? missing : await batchesIn(bytes));
}

async function batchesIn(bytes: Uint8Array): Promise<BatchFile> {
  const batches: (Uint8Array | undefined)[] = [];
  try {
    for await (const batch of readBatches(Readable.from([bytes]))) batches.push(batch.bytes?.slice());
    return { kind: "batches", batches };
  } catch (error) {
    if (error instanceof InputError) return { kind: "problem", reason: error.message };
    throw error;
  }
}

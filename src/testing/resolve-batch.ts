import type { Report } from "../compiler/diagnostics/diagnostic.ts";
import type { Span } from "../compiler/source/source-file.ts";
import { isObject, type JsonObject } from "../runtime/emitted/json.ts";
import { parseJson } from "../runtime/emitted/parse-json.ts";
import { textOf } from "../runtime/emitted/text.ts";
import { changeBatch, isNoSuchEvent } from "./change-batch.ts";
import type { BatchSource, Changes, TestCase } from "./test-file.ts";

/** What a file of batches holds, or why it holds none. A batch that is too long is undefined. */
export type BatchFile =
  | { readonly kind: "batches"; readonly batches: readonly (Uint8Array | undefined)[] }
  | { readonly kind: "problem"; readonly reason: string };

/** Returns the batch of a test as a forwarder takes it; undefined, with a diagnostic, where there is none. */
export function resolveBatch(
  { batch, changes, span }: TestCase,
  readFile: (path: string) => BatchFile,
  report: Report,
): string | Uint8Array | undefined {
  if (batch.kind === "inline") return change(batch.json, changes, report);
  const bytes = readFrom(batch, readFile, report);
  if (bytes === undefined || changes === undefined) return bytes;
  const json = parseJson(new TextDecoder().decode(bytes));
  if (isObject(json)) return change(json, changes, report);
  report("batch-unreadable", batch.span ?? span, {
    path: batch.path,
    reason: "what it holds is not a JSON object",
  });
  return undefined;
}

function readFrom(
  { path, number, span }: Extract<BatchSource, { kind: "file" }>,
  readFile: (path: string) => BatchFile,
  report: Report,
): Uint8Array | undefined {
  const file = readFile(path);
  if (file.kind === "problem") return fail(path, span, file.reason, report);
  const { length } = file.batches;
  if (length === 0) return fail(path, span, "it is empty", report);
  if (number === undefined && length > 1) {
    report("batch-unreadable", span, { path, reason: `it holds ${length} batches`, example: `${path}#0` });
    return undefined;
  }
  const index = number ?? 0;
  if (index >= length) {
    const reason = `it holds ${length === 1 ? "one batch" : `${length} batches`}, counted from 0`;
    return fail(`${path}#${index}`, span, reason, report);
  }
  return file.batches[index] ?? fail(path, span, "the batch is longer than 16 MiB", report);
}

function fail(path: string, span: Span, reason: string, report: Report): undefined {
  report("batch-unreadable", span, { path, reason });
}

function change(json: JsonObject, changes: Changes | undefined, report: Report): string | undefined {
  const changed = changes === undefined ? json : changeBatch(json, changes.json);
  if (!isNoSuchEvent(changed)) return textOf(changed);
  const { position, count } = changed;
  const span = changes?.positions.get(position) ?? changes?.span;
  if (span !== undefined) {
    report("event-not-there", span, { position, count: count === 1 ? "one" : count === 0 ? "none" : count });
  }
  return undefined;
}

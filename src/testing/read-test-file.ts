/**
 * Takes: the text of a test file. Gives: its tests, or nothing where it has a mistake.
 * Guarantees: every mistake has a diagnostic with its place, as in a waybill. Opens no other file.
 */

import type { Report } from "../compiler/diagnostics/diagnostic.ts";
import { createSuggest } from "../compiler/diagnostics/suggest.ts";
import { checkShape } from "../compiler/frontend/document/shape.ts";
import {
  type DocumentMap,
  type DocumentPair,
  type DocumentValue,
  findPair,
} from "../compiler/frontend/document/tree.ts";
import { limits } from "../compiler/frontend/limits.ts";
import { readDocument } from "../compiler/frontend/yaml/document.ts";
import type { SourceFile } from "../compiler/source/source-file.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import type { Reason } from "../runtime/emitted/result.ts";
import type {
  BatchSource,
  Changes,
  Expected,
  ExpectedDrops,
  ExpectedRequest,
  PathInFile,
  TestCase,
  TestFile,
} from "./test-file.ts";
import validate from "./test-file-validator.generated.js";
import { jsonOfYaml } from "./yaml-json.ts";

/** The endings of test files. */
export const testEndings = [".test.yaml", ".test.yml"] as const;

/** Says whether a path is that of a test file. */
export function isTestPath(path: string): boolean {
  return testEndings.some((ending) => path.endsWith(ending));
}

/** Reads a test file; undefined where something in it has to be changed first. */
export function readTestFile(file: SourceFile, report: Report): TestFile | undefined {
  let problems = 0;
  const counting: Report = (code, span, args, labels) => {
    problems++;
    // `check --fix` corrects waybills, not their tests.
    report(code, span, args, labels);
  };
  const read = readRoot(file, counting);
  if (problems > 0) return undefined;
  // A file without anything in it lacks its tests like any other.
  const start = { file, start: 0, end: Math.min(1, file.text.length) };
  const isEmpty = read === undefined || (read.kind === "scalar" && read.text === "");
  const root: DocumentValue = isEmpty ? { kind: "map", span: start, pairs: [] } : read;
  checkShape(root, counting, validate);
  if (problems > 0 || root.kind !== "map") return undefined;
  const tests = readTests(root, counting);
  return problems > 0 ? undefined : { file, tests };
}

function readRoot(file: SourceFile, report: Report): DocumentValue | undefined {
  const start = { file, start: 0, end: Math.min(1, file.text.length) };
  const size = new TextEncoder().encode(file.text).length;
  if (size > limits.bytes) {
    const [shown, limit] = [size, limits.bytes].map((bytes) => bytes.toLocaleString("en-US"));
    report("file-too-large", start, { size: shown ?? "", limit: limit ?? "" });
    return undefined;
  }
  return readDocument(file, report).root;
}

interface Context {
  readonly batches: ReadonlyMap<string, DocumentPair>;
  readonly waybills: readonly PathInFile[];
  readonly suggest: (name: string) => string | undefined;
  readonly report: Report;
}

function readTests(root: DocumentMap, report: Report): readonly TestCase[] {
  const named = valueAt(root, "batches");
  const pairs = named?.kind === "map" ? named.pairs : [];
  const batches = new Map(pairs.map((pair) => [pair.key.text, pair]));
  const waybills = readPaths(valueAt(root, "waybill"));
  const suggest = createSuggest(new Set(batches.keys()));
  const context: Context = { batches, waybills, suggest, report };
  const list = valueAt(root, "tests");
  const items = list?.kind === "list" ? list.items : [];
  const tests = items.flatMap((item, index) =>
    item.kind === "map" ? (readTest(item, index, context) ?? []) : [],
  );
  reportDuplicates(tests, report);
  return tests;
}

function reportDuplicates(tests: readonly TestCase[], report: Report): void {
  const firsts = new Map<string, TestCase>();
  for (const test of tests) {
    const first = firsts.get(test.name);
    if (first === undefined) firsts.set(test.name, test);
    else {
      const labels = [{ span: first.span, text: "first written here" }];
      report("duplicate-test", test.span, { name: test.name }, labels);
    }
  }
}

function readTest(item: DocumentMap, index: number, context: Context): TestCase | undefined {
  const name = valueAt(item, "name");
  const batch = readBatch(valueAt(item, "batch"), context);
  if (name?.kind !== "scalar" || batch === undefined) return undefined;
  const own = readPaths(valueAt(item, "waybill"));
  return {
    name: name.text,
    index,
    span: name.span,
    waybills: own.length > 0 ? own : context.waybills,
    batch,
    changes: readChanges(valueAt(item, "changes")),
    requests: readExpected(item, "requests", (value) => readRequests(value, context.report)),
    drops: readExpected(item, "drops", readDrops),
  };
}

function readBatch(value: DocumentValue | undefined, context: Context): BatchSource | undefined {
  if (value === undefined || value.kind === "list") return undefined;
  if (value.kind === "map") return { kind: "inline", json: objectOf(value) };
  if (value.text.startsWith(".")) return readFileReference(value);
  const named = context.batches.get(value.text)?.value;
  if (named?.kind === "map") return { kind: "inline", json: objectOf(named) };
  if (named !== undefined) return readFileReference(named);
  const suggestion = context.suggest(value.text);
  context.report("batch-not-found", value.span, { name: value.text, suggestion });
  return undefined;
}

/** `./batches.ndjson#3`. */
function readFileReference(value: DocumentValue): BatchSource | undefined {
  if (value.kind !== "scalar") return undefined;
  const [, path = value.text, number] = /^(.*?)(?:#(\d+))?$/s.exec(value.text) ?? [];
  return { kind: "file", path, number: number === undefined ? undefined : Number(number), span: value.span };
}

function readPaths(value: DocumentValue | undefined): readonly PathInFile[] {
  if (value === undefined) return [];
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => (item.kind === "scalar" ? [{ path: item.text, span: item.span }] : []));
}

function readChanges(value: DocumentValue | undefined): Changes | undefined {
  if (value?.kind !== "map") return undefined;
  const events = valueAt(value, "events");
  const pairs = events?.kind === "map" ? events.pairs : [];
  const positions = new Map(pairs.map(({ key }) => [key.text, key.span]));
  return { json: objectOf(value), span: value.span, positions };
}

function readExpected<T>(
  item: DocumentMap,
  key: "requests" | "drops",
  read: (value: DocumentValue) => T,
): Expected<T> | undefined {
  const whole = valueAt(item, key);
  const part = valueAt(item, `${key}_include`);
  if (whole !== undefined) return { isWhole: true, value: read(whole) };
  return part === undefined ? undefined : { isWhole: false, value: read(part) };
}

function readRequests(value: DocumentValue, report: Report): readonly ExpectedRequest[] {
  const items = value.kind === "list" ? value.items : [];
  return items.flatMap((item): readonly ExpectedRequest[] => {
    const map: DocumentMap = item.kind === "map" ? item : { kind: "map", span: item.span, pairs: [] };
    const kind = findPair(map, "profile") === undefined ? "event" : "profile";
    const content = valueAt(map, kind);
    const member = valueAt(map, "member");
    if (content === undefined) {
      report("missing-key", map.pairs[0]?.key.span ?? map.span, { key: "event" });
      return [];
    }
    return [
      { kind, content: jsonOfYaml(content), member: member?.kind === "scalar" ? member.text : undefined },
    ];
  });
}

function readDrops(value: DocumentValue): ExpectedDrops {
  const pairs = value.kind === "map" ? value.pairs : [];
  return new Map(
    pairs.map(({ key, value: given }) => {
      const names = given.kind === "list" ? given.items.flatMap(textOf) : Number(textOf(given)[0]);
      // The shape check knows the reasons.
      return [key.text as Reason, names] as const;
    }),
  );
}

function textOf(value: DocumentValue): readonly string[] {
  return value.kind === "scalar" ? [value.text] : [];
}

function valueAt(map: DocumentMap, key: string): DocumentValue | undefined {
  return findPair(map, key)?.value;
}

function objectOf(map: DocumentMap): JsonObject {
  const json: Json = jsonOfYaml(map);
  // A mapping gives an object.
  return json as JsonObject;
}

import type { ErrorNode, WaybillNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import { lowerWaybill } from "../document/lower.ts";
import { checkShape, reportUnquoted } from "../document/shape.ts";
import type { DocumentMap, DocumentValue } from "../document/tree.ts";
import { limits } from "../limits.ts";
import { type ReadDocument, readDocument } from "./document.ts";
import { parseScalar } from "./expression.ts";

/** A file's tree; after a syntax error, of what could still be read. */
interface ParsedYaml {
  readonly tree: WaybillNode;
  readonly isWhole: boolean;
}

/** Parses a YAML waybill: guard, document, shape, tree. The shape is judged only where the syntax is right. */
export function parseYaml(file: SourceFile, report: Report): ParsedYaml {
  let problems = 0;
  const { root, comments } = readFile(file, (code, span, args, labels) => {
    problems++;
    if (problems <= mostProblems) report(code, span, args, labels);
  });
  const isWhole = problems === 0;
  if (root !== undefined && !(isWhole && isEmpty(root))) {
    return { tree: { ...lower(root, isWhole ? report : ignore), comments }, isWhole };
  }
  if (isWhole) report("missing-version", { file, start: 0, end: Math.min(1, file.text.length) }, {});
  return { tree: { ...emptyWaybill(file), comments }, isWhole };
}

/** After so many syntax errors the rest say nothing new. */
const mostProblems = 20;

const ignore: Report = () => {};

function readFile(file: SourceFile, report: Report): ReadDocument {
  const size = byteLength(file.text);
  if (size > limits.bytes) {
    const [shown, limit] = [size, limits.bytes].map((bytes) => bytes.toLocaleString("en-US"));
    const start = { file, start: 0, end: 1 };
    report("file-too-large", start, { size: shown ?? size, limit: limit ?? limits.bytes });
    return { root: undefined, comments: [] };
  }
  return readDocument(file, report);
}

function lower(root: DocumentValue, report: Report): WaybillNode {
  const shape = checkShape(root, report);
  if (root.kind !== "map") return emptyWaybill(root.span.file);
  checkFirstKey(root, report);
  checkKeys(root, report);
  return lowerWaybill(root, { ...shape, expressionOf: (scalar) => parseScalar(scalar, report) });
}

function isEmpty(root: DocumentValue): boolean {
  return root.kind === "scalar" && root.text === "";
}

function checkFirstKey(root: DocumentMap, report: Report): void {
  const first = root.pairs[0]?.key;
  if (first === undefined || first.text === "waybill") return;
  if (root.pairs.some((pair) => pair.key.text === "waybill")) report("missing-version", first.span, {});
}

/** The schema sees every key as text; a key that YAML reads as something else must be quoted. */
function checkKeys(value: DocumentValue, report: Report): void {
  if (value.kind === "list") for (const item of value.items) checkKeys(item, report);
  if (value.kind !== "map") return;
  for (const { key, value: inner } of value.pairs) {
    if (typeof key.value !== "string") reportUnquoted(key, report);
    checkKeys(inner, report);
  }
}

function byteLength(text: string): number {
  return text.length * 3 <= limits.bytes ? text.length : new TextEncoder().encode(text).length;
}

/** Returns the tree of a file that has none: nothing is said of what it lacks. */
function emptyWaybill(file: SourceFile): WaybillNode {
  const span = { file, start: 0, end: 0 };
  const error: ErrorNode = { kind: "Error", span };
  const context = { isBroken: () => false, isTainted: () => false, expressionOf: () => error };
  return { ...lowerWaybill({ kind: "map", span, pairs: [] }, context), name: error };
}

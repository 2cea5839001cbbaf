import type { WaybillNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import { emptyWaybill, lowerDocument, type ParsedDocument } from "../document/lower-document.ts";
import { reportUnquoted } from "../document/shape.ts";
import type { DocumentMap, DocumentValue } from "../document/tree.ts";
import { isTooLarge } from "../file-size.ts";
import { type ReadDocument, readDocument } from "./document.ts";
import { parseScalar } from "./expression.ts";

/** Parses a YAML waybill: guard, document, shape, tree. The shape is judged only where the syntax is right. */
export function parseYaml(file: SourceFile, report: Report): ParsedDocument {
  let problems = 0;
  const { root, comments } = readFile(file, (code, span, args, labels, fixes) => {
    problems++;
    if (problems <= mostProblems) report(code, span, args, labels, fixes);
  });
  const isWhole = problems === 0;
  if (root !== undefined && !(isWhole && isEmpty(root))) {
    return { tree: { ...lower(root, isWhole ? report : ignore), comments }, isWhole };
  }
  const start = file.text.startsWith("\ufeff") ? 1 : 0;
  if (isWhole) report("missing-version", { file, start, end: Math.min(start + 1, file.text.length) }, {});
  return { tree: { ...emptyWaybill(file), comments }, isWhole };
}

/** After so many syntax errors the rest say nothing new. */
const mostProblems = 20;

const ignore: Report = () => {};

function readFile(file: SourceFile, report: Report): ReadDocument {
  return isTooLarge(file, report) ? { root: undefined, comments: [] } : readDocument(file, report);
}

function lower(root: DocumentValue, report: Report): WaybillNode {
  if (root.kind === "map") {
    checkFirstKey(root, report);
    checkKeys(root, report);
  }
  return lowerDocument(root, report, (scalar) => parseScalar(scalar, report));
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

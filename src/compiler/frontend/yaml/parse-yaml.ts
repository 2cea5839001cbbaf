import type { WaybillNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import { readDocument } from "./document.ts";
import { limits } from "./guard.ts";
import { lowerWaybill } from "./lower.ts";
import { checkShape, reportUnquoted } from "./shape.ts";
import type { YamlMap, YamlValue } from "./tree.ts";

/** Parses a YAML waybill: guard, document, shape, tree. */
export function parseYaml(file: SourceFile, report: Report): WaybillNode {
  const start = { file, start: 0, end: Math.min(1, file.text.length) };
  const size = byteLength(file.text);
  if (size > limits.bytes) {
    const [shown, limit] = [size, limits.bytes].map((bytes) => bytes.toLocaleString("en-US"));
    report("file-too-large", start, { size: shown ?? size, limit: limit ?? limits.bytes });
    return emptyWaybill(file);
  }
  const root = readDocument(file, report);
  if (root === undefined || isEmpty(root)) {
    if (root !== undefined || file.text.trim() === "") report("missing-version", start, {});
    return emptyWaybill(file);
  }
  const shape = checkShape(root, report);
  if (root.kind !== "map") return emptyWaybill(file);
  checkFirstKey(root, report);
  checkKeys(root, report);
  return lowerWaybill(root, shape);
}

function isEmpty(root: YamlValue): boolean {
  return root.kind === "scalar" && root.text === "";
}

function checkFirstKey(root: YamlMap, report: Report): void {
  const first = root.pairs[0]?.key;
  if (first === undefined || first.text === "waybill") return;
  if (root.pairs.some((pair) => pair.key.text === "waybill")) report("missing-version", first.span, {});
}

/** The schema sees every key as text; a key that YAML reads as something else must be quoted. */
function checkKeys(value: YamlValue, report: Report): void {
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

function emptyWaybill(file: SourceFile): WaybillNode {
  const span = { file, start: 0, end: 0 };
  return lowerWaybill({ kind: "map", span, pairs: [] }, { isBroken: () => false, isTainted: () => false });
}

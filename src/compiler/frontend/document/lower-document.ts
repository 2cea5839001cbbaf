/**
 * Takes: a file as a document, of either syntax. Gives: its tree.
 * Guarantees: the shape is checked first, and what is wrong with it is left out of the tree or is an ErrorNode.
 */
import type { ErrorNode, WaybillNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import { lowerWaybill } from "./lower.ts";
import type { LowerContext } from "./reader.ts";
import { checkShape } from "./shape.ts";
import type { DocumentValue } from "./tree.ts";

/** A file's tree; after a syntax error, of what could still be read. */
export interface ParsedDocument {
  readonly tree: WaybillNode;
  readonly isWhole: boolean;
}

/** Checks the shape of a document and lowers it. */
export function lowerDocument(
  root: DocumentValue,
  report: Report,
  expressionOf: LowerContext["expressionOf"],
): WaybillNode {
  const shape = checkShape(root, report);
  if (root.kind !== "map") return emptyWaybill(root.span.file);
  return lowerWaybill(root, { ...shape, expressionOf });
}

/** Returns the tree of a file that has none: nothing is said of what it lacks. */
export function emptyWaybill(file: SourceFile): WaybillNode {
  const span = { file, start: 0, end: 0 };
  const error: ErrorNode = { kind: "Error", span };
  const context = { isBroken: () => false, isTainted: () => false, expressionOf: () => error };
  return { ...lowerWaybill({ kind: "map", span, pairs: [] }, context), name: error };
}

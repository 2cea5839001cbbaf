/**
 * Takes: the trees of a waybill's files. Gives: the data plan that `source.data_plan` names, a path relative to the
 * file that names it; undefined where there is none or it cannot be read, which is reported.
 */
import type { TextNode } from "../ast/nodes.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Parsed } from "../frontend/parse.ts";
import type { DataPlan } from "../plan/data-plan.ts";
import { readDataPlan } from "../plan/read-plan.ts";
import type { FileReader, ReadResult } from "./file-reader.ts";
import { joinPath } from "./path.ts";

/** mParticle takes data plans of less than 10 MB (its data planning guide). */
const mostBytes = 10_000_000;

/** Loads the data plan of a waybill. */
export function loadPlan(files: readonly Parsed[], reader: FileReader, report: Report): DataPlan | undefined {
  const nodes = files.flatMap(({ tree }) => tree.source?.dataPlan ?? []);
  // The one that is merged; a second one is reported there.
  const node = nodes[0];
  if (node?.kind !== "Text") return undefined;
  const result = isRelative(node.text)
    ? reader.read(joinPath(node.span.file.path, node.text), mostBytes)
    : "not-relative";
  if (typeof result !== "string" && result.kind === "text") return planOf(node, result.text, report);
  reportUnread(node, result, report);
  return undefined;
}

function isRelative(path: string): boolean {
  return !/^(?:\/|[A-Za-z][A-Za-z0-9+.-]*:)|[\\\0]/.test(path);
}

function planOf({ text: path, span }: TextNode, text: string, report: Report): DataPlan | undefined {
  const result = readDataPlan(text);
  if (result.kind === "plan") return result.plan;
  report("data-plan-format", span, { path, problem: result.problem });
  return undefined;
}

function reportUnread(
  { text: path, span }: TextNode,
  result: Exclude<ReadResult, { kind: "text" }> | "not-relative",
  report: Report,
): void {
  if (result === "not-relative") {
    return report("data-plan-unreadable", span, { path, problem: "it is not a relative path with `/`" });
  }
  if (result.kind === "missing") {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return report("data-plan-not-found", span, { path, suggestion: nearest(name, result.siblings) });
  }
  report("data-plan-unreadable", span, { path, problem: problemOf(result) });
}

function problemOf(result: Exclude<ReadResult, { kind: "text" | "missing" }>): string {
  switch (result.kind) {
    case "outside":
      return "it is outside the project";
    case "not-utf8":
      return "it is not UTF-8 text";
    case "too-large": {
      const [size, limit] = [result.bytes, mostBytes].map((bytes) => bytes.toLocaleString("en-US"));
      return `it has ${size} bytes, and a data plan at most ${limit}`;
    }
    case "unreadable":
      return result.reason;
  }
}

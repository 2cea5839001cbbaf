import type { Palette } from "../../compiler/diagnostics/render-text.ts";
import { positionAt, type Span } from "../../compiler/source/source-file.ts";
import type { ComparedExport, Difference, DifferenceKind } from "../../drift/difference.ts";

const headings: Readonly<Record<ComparedExport, string>> = {
  attributes: "SessionM's attributes",
  filter: "the Data Filter",
  mappings: "the event mappings",
};

const kinds: Readonly<Record<DifferenceKind, string>> = {
  only_in_export: "only there",
  only_in_waybill: "only in the waybill",
  different: "different",
  not_compared: "not compared",
};

const widest = Math.max(...Object.values(kinds).map((words) => words.length));

/** Returns differences for people, by export; `folder` is the waybill's, from where the command runs. */
export function renderDrift(
  found: readonly Difference[],
  compared: readonly ComparedExport[],
  folder: string,
  palette: Palette,
): string {
  const parts = compared.map((from) => {
    const own = found.filter((one) => one.export === from);
    const lines = own.map(({ kind, text, span }) => {
      const at = placeOf(span, folder);
      const place = at === undefined ? "" : `${palette.cyan(`${at.file}:${at.line}`)}: `;
      return `  ${palette.bold(kinds[kind].padEnd(widest))}  ${place}${text}`;
    });
    return [`${headings[from]}: ${own.length === 0 ? "no differences" : ""}`.trimEnd(), ...lines].join("\n");
  });
  return `${parts.join("\n")}\n${summary(found)}\n`;
}

function summary(found: readonly Difference[]): string {
  if (found.length === 0) return "No differences.";
  const counts = Object.entries(kinds).flatMap(([kind, words]) => {
    const count = found.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : `${count} ${words}`;
  });
  return `${found.length} difference${found.length === 1 ? "" : "s"}: ${counts.join(", ")}.`;
}

/** Returns differences as JSON on one line. */
export function renderJsonDrift(
  found: readonly Difference[],
  compared: readonly ComparedExport[],
  folder: string,
): string {
  const differences = found.map(({ kind, export: from, text, span }) => {
    const place = placeOf(span, folder) ?? { file: null, line: null, column: null };
    return { kind, export: from, message: text, ...place };
  });
  return `${JSON.stringify({ compared, differences })}\n`;
}

function placeOf(span: Span | undefined, folder: string) {
  if (span === undefined) return undefined;
  const file = folder === "." ? span.file.path : `${folder === "/" ? "" : folder}/${span.file.path}`;
  return { file, ...positionAt(span.file, span.start) };
}

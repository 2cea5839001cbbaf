import { dirname } from "node:path";
import pc from "picocolors";
import type { Diagnostic } from "../compiler/diagnostics/diagnostic.ts";
import { type Palette, plainPalette, renderText } from "../compiler/diagnostics/render-text.ts";
import type { SourceFile, Span } from "../compiler/source/source-file.ts";
import type { Host } from "./host.ts";

type Stream = Host["stdout"];

/** Returns the colours for a stream: none where it is no terminal or `NO_COLOR` is set. */
export function paletteFor(stream: Stream, { env }: Host): Palette {
  const isColoured = stream.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  return isColoured ? pc.createColors(true) : plainPalette;
}

/** Returns the diagnostics with paths as the user would type them: relative to where the command runs. */
export function fromHere(diagnostics: readonly Diagnostic[], entryPath: string): readonly Diagnostic[] {
  const folder = dirname(entryPath).replaceAll("\\", "/");
  if (folder === ".") return diagnostics;
  const renamed = new Map<SourceFile, SourceFile>();
  const move = (span: Span): Span => {
    const file = renamed.get(span.file) ?? {
      ...span.file,
      path: `${folder === "/" ? "" : folder}/${span.file.path}`,
    };
    renamed.set(span.file, file);
    return { ...span, file };
  };
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    span: move(diagnostic.span),
    labels: diagnostic.labels.map((label) => ({ ...label, span: move(label.span) })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
    })),
  }));
}

/** Prints diagnostics with their code frames. */
export function reportDiagnostics(
  entryPath: string,
  diagnostics: readonly Diagnostic[],
  stream: Stream,
  host: Host,
): void {
  reportHere(fromHere(diagnostics, entryPath), stream, host);
}

/** Prints diagnostics whose paths start from where the command runs, and how to learn more about them. */
export function reportHere(diagnostics: readonly Diagnostic[], stream: Stream, host: Host): void {
  const palette = paletteFor(stream, host);
  const codes = [...new Set(diagnostics.map(({ code }) => code))].slice(0, 5).join(" ");
  stream.write(`${renderText(diagnostics, palette)}\n${palette.cyan("more")}: waybill explain ${codes}\n`);
}

/**
 * What every text has to stand, however broken: it is checked and its diagnostics are rendered; without errors it is
 * compiled, formatted twice and converted, too. None of that throws or takes long.
 */
import { checkWaybill, compileWaybill } from "../../src/compiler/compile.ts";
import { type Diagnostic, hasErrors } from "../../src/compiler/diagnostics/diagnostic.ts";
import { renderJson } from "../../src/compiler/diagnostics/render-json.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { type Parsed, parse } from "../../src/compiler/frontend/parse.ts";
import { convertFile, formatFile } from "../../src/compiler/frontend/print.ts";
import type { FileReader } from "../../src/compiler/project/file-reader.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";

/** What is wrong with a text. */
export interface Problem {
  readonly problem: string;
  /** Whether all that is wrong is the time it took, which a busy machine may have caused. */
  readonly isSlow: boolean;
}

/** The longest that one may take. */
const mostMilliseconds = 250;

/** Returns what is wrong with a text. What takes too long is timed again, by the processor's time; the best of `times` counts. */
export function problemWith(text: string, syntax: Syntax, times = 3): Problem | undefined {
  try {
    const start = performance.now();
    const problem = tryOut(text, syntax);
    if (problem !== undefined) return { problem, isSlow: false };
    // The processor's time is never longer, but takes a while to be asked for.
    if (performance.now() - start <= mostMilliseconds) return undefined;
    const fastest = fastestOf(times, () => tryOut(text, syntax));
    return fastest <= mostMilliseconds
      ? undefined
      : { problem: `it takes ${Math.round(fastest)} ms`, isSlow: true };
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      isSlow: false,
    };
  }
}

/** The processor's milliseconds; it stops at the first time that is short enough. */
function fastestOf(times: number, work: () => void): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let left = times; left > 0 && fastest > mostMilliseconds; left--) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    fastest = Math.min(fastest, (user + system) / 1_000);
  }
  return fastest;
}

/** Returns what came out wrong, its time apart. */
function tryOut(text: string, syntax: Syntax): string | undefined {
  const path = `mutated${endingOf[syntax]}`;
  const reader: FileReader = {
    read: (name) => (name === path ? { kind: "text", text, id: path } : { kind: "missing", siblings: [] }),
  };
  const parsed = parse(createSourceFile(path, text));
  const { diagnostics } = checkWaybill(path, reader, () => parsed);
  const isCompiled = !hasErrors(diagnostics) && compileWaybill(path, reader).module !== undefined;
  if (isCompiled === hasErrors(diagnostics)) return "errors alone keep code back";
  return wrongDiagnostic(diagnostics) ?? wrongFormat(parsed, syntax);
}

interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function wrongDiagnostic(diagnostics: readonly Diagnostic[]): string | undefined {
  const shown: { readonly diagnostics: readonly { readonly range: Range }[] } = JSON.parse(
    renderJson(diagnostics),
  );
  if (shown.diagnostics.some(({ range }) => !isRange(range))) return "a diagnostic has no place";
  return diagnostics.length > 0 && renderText(diagnostics) === "" ? "a diagnostic has no text" : undefined;
}

function isRange({ start, end }: Range): boolean {
  return start.line > 0 && start.column > 0 && end.line >= start.line && end.column > 0;
}

function wrongFormat(parsed: Parsed, syntax: Syntax): string | undefined {
  if (!parsed.isWhole || hasErrors(parsed.diagnostics)) return undefined;
  const formatted = formatFile(parsed);
  const again = formatFile(parse(createSourceFile(parsed.file.path, formatted)));
  convertFile(parsed, syntax === "dsl" ? "yaml" : "dsl");
  return formatted === again ? undefined : "formatted again it is another text";
}

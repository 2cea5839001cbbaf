/**
 * Takes: what is wrong with a waybill. Gives: the same without the warnings that a comment on the line before accepts
 * (`# waybill-ignore <code>: <reason>`), and with what is wrong with these comments.
 */
import type { CommentNode } from "../ast/nodes.ts";
import { catalogue, type DiagnosticCode } from "../diagnostics/catalogue/index.ts";
import { createCollector, type Diagnostic, hasErrors, type Report } from "../diagnostics/diagnostic.ts";
import { renameFixes } from "../diagnostics/rename.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Parsed } from "../frontend/parse.ts";
import { lineText, positionAt, type SourceFile, type Span } from "../source/source-file.ts";

/** A comment that silences a code on one line. */
interface Ignore {
  readonly code: DiagnosticCode;
  readonly comment: CommentNode;
  readonly line: number;
}

/** Returns the diagnostics that are left; the last of `parsed` is the entry file. */
export function silence(
  parsed: readonly Parsed[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const { report, diagnostics: mistakes } = createCollector();
  const ignores = parsed.flatMap(({ tree }) =>
    tree.comments.flatMap((comment) => readIgnore(comment, report) ?? []),
  );
  const used = new Set<Ignore>();
  const left = diagnostics.filter((diagnostic) => {
    const ignore = ignores.find((candidate) => isAbout(candidate, diagnostic));
    if (ignore !== undefined) used.add(ignore);
    return ignore === undefined;
  });
  // Errors keep other things from being found, and what silences those would seem unused.
  const isComplete = !hasErrors(diagnostics);
  const entry = parsed.at(-1)?.file;
  for (const ignore of ignores) if (isComplete && !used.has(ignore)) reportUnused(ignore, entry, report);
  return [...left, ...mistakes];
}

function isAbout({ code, comment, line }: Ignore, diagnostic: Diagnostic): boolean {
  const { span } = diagnostic;
  if (code !== diagnostic.code || span.file !== comment.span.file) return false;
  return positionAt(span.file, span.start).line === line;
}

/** Returns what a comment silences; undefined for other comments, and where it can silence nothing. */
function readIgnore(comment: CommentNode, report: Report): Ignore | undefined {
  const rest = /^\s*waybill-ignore\b(.*)$/s.exec(comment.text)?.[1];
  if (rest === undefined) return undefined;
  const [, code, reason] = /^\s+([a-z0-9-]+)\s*(?::(.*))?$/s.exec(rest) ?? [];
  const line = lineAfter(comment);
  if (code === undefined || line === undefined) {
    report("ignore-form", comment.span, {});
    return undefined;
  }
  if (!isCode(code)) {
    reportUnknown(code, comment, report);
    return undefined;
  }
  if (catalogue[code].severity === "error") {
    report("ignore-error", comment.span, { code });
    return undefined;
  }
  if (reason === undefined || reason.trim() === "") report("ignore-without-reason", comment.span, { code });
  return { code, comment, line };
}

function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalogue, text);
}

function reportUnknown(code: string, comment: CommentNode, report: Report): void {
  const codes = Object.keys(catalogue);
  const suggestion = nearest(code, codes);
  const { file, start, end } = comment.span;
  const at = start + file.text.slice(start, end).indexOf(code);
  const span = { file, start: at, end: at + code.length };
  report(
    "ignore-unknown-code",
    span,
    { code, suggestion },
    [],
    renameFixes(span, { word: code, suggestion, candidates: codes }),
  );
}

/** Returns the next line that holds more than a comment; undefined for a comment that has something before it. */
function lineAfter({ span: { file, start } }: CommentNode): number | undefined {
  const { line, column } = positionAt(file, start);
  if (
    lineText(file, line)
      .slice(0, column - 1)
      .trim() !== ""
  )
    return undefined;
  let next = line + 1;
  while (next < file.lineStarts.length && /^\s*(?:#.*)?$/.test(lineText(file, next))) next++;
  return next;
}

/** What nothing gives in an included file, another entry file may give: there the comment is not taken away. */
function reportUnused({ code, comment }: Ignore, entry: SourceFile | undefined, report: Report): void {
  const { span } = comment;
  const edits = [{ span: wholeLine(span), text: "" }];
  report(
    "ignore-unused",
    span,
    { code },
    [],
    [{ title: "remove the comment", edits, safe: span.file === entry }],
  );
}

function wholeLine({ file, start }: Span): Span {
  const { line } = positionAt(file, start);
  return { file, start: file.lineStarts[line - 1] ?? 0, end: file.lineStarts[line] ?? file.text.length };
}

/**
 * Takes: diagnostics. Gives: the texts that their certain fixes make, and which fixes those are.
 * Guarantees: a fix is applied as a whole or not at all; of two that touch the same text the first is applied.
 */
import type { SourceFile } from "../source/source-file.ts";
import type { Diagnostic, Edit } from "./diagnostic.ts";

/** Files with certain fixes applied. */
export interface Fixed {
  /** The new text of each file that changes. */
  readonly texts: ReadonlyMap<SourceFile, string>;
  /** What was fixed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Applies the first certain fix of each diagnostic. */
export function applyFixes(diagnostics: readonly Diagnostic[]): Fixed {
  const accepted: Edit[] = [];
  const fixed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.some((edit) => accepted.some((other) => isTouching(edit, other))))
      continue;
    accepted.push(...fix.edits);
    fixed.push(diagnostic);
  }
  const files = [...new Set(accepted.map(({ span }) => span.file))];
  return { texts: new Map(files.map((file) => [file, rewrite(file, accepted)])), diagnostics: fixed };
}

function isTouching({ span: one }: Edit, { span: other }: Edit): boolean {
  return one.file === other.file && one.start <= other.end && other.start <= one.end;
}

function rewrite(file: SourceFile, edits: readonly Edit[]): string {
  return edits
    .filter(({ span }) => span.file === file)
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, text: inserted }) => text.slice(0, span.start) + inserted + text.slice(span.end),
      file.text,
    );
}

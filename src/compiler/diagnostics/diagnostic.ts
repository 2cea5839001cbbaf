import type { Span } from "../source/source-file.ts";
import { type Syntax, syntaxOf } from "../source/syntax.ts";
import { type Catalogue, catalogue, type DiagnosticCode } from "./catalogue/index.ts";
import type { Definition, Severity } from "./define.ts";
import { type Argument, fillMessage, type Message } from "./message.ts";

/** A second place of a diagnostic, with a few words about it. */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

/** A place and the text that takes its place. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change of files that takes a mistake away. */
export interface Fix {
  /** What it does, as a command: `write \`purchase\``. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether it is certain: `check --fix` applies it without asking. Others are offered in editors. */
  readonly safe: boolean;
}

/** A mistake in a waybill, as data: text is made from it only when it is shown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly span: Span;
  readonly args: Readonly<Record<string, Argument | undefined>>;
  readonly labels: readonly Label[];
  readonly fixes: readonly Fix[];
}

type ArgumentsOf<M> = M extends Message<infer Name> ? Name : never;
type MessageArguments<C extends DiagnosticCode> = ArgumentsOf<Catalogue[C]["message"]>;
type HintArguments<C extends DiagnosticCode> = Catalogue[C] extends { readonly hints: readonly (infer M)[] }
  ? ArgumentsOf<M>
  : never;

/** The arguments of a code: those of its message are required, those of its hints optional. */
export type DiagnosticArguments<C extends DiagnosticCode> = {
  readonly [N in MessageArguments<C>]: Argument;
} & { readonly [N in Exclude<HintArguments<C>, MessageArguments<C>>]?: Argument | undefined };

/** Returns a diagnostic of the catalogue. A missing or misspelt argument does not compile. */
export function createDiagnostic<C extends DiagnosticCode>(
  code: C,
  span: Span,
  args: DiagnosticArguments<C>,
  labels: readonly Label[] = [],
  fixes: readonly Fix[] = [],
): Diagnostic {
  return { code, severity: catalogue[code].severity, span, args, labels, fixes };
}

/** Reports a diagnostic of the catalogue. */
export type Report = <C extends DiagnosticCode>(
  code: C,
  span: Span,
  args: DiagnosticArguments<C>,
  labels?: readonly Label[],
  fixes?: readonly Fix[],
) => void;

/** A growing list of diagnostics and the function that adds to it. The same mistake twice is kept once. */
export interface Collector {
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report;
}

/** Returns an empty collector. */
export function createCollector(): Collector {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  return {
    diagnostics,
    report(code, span, args, labels, fixes) {
      const key = `${code} ${span.file.path} ${span.start} ${span.end}`;
      if (seen.has(key)) return;
      seen.add(key);
      diagnostics.push(createDiagnostic(code, span, args, labels, fixes));
    },
  };
}

/** Returns the sentence that says what is wrong. */
export function messageOf(diagnostic: Diagnostic): string {
  return (
    fillMessage(catalogue[diagnostic.code].message, diagnostic.args, syntaxIn(diagnostic)) ?? diagnostic.code
  );
}

/** Returns the sentence that says what to do, where the catalogue has one for these arguments. */
export function hintOf(diagnostic: Diagnostic): string | undefined {
  const { hints }: Definition = catalogue[diagnostic.code];
  for (const hint of hints ?? []) {
    const text = fillMessage(hint, diagnostic.args, syntaxIn(diagnostic));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Says whether one of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Returns the diagnostics in reading order: by file in the order of first appearance, then by place. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map((diagnostic) => diagnostic.span.file))];
  return [...diagnostics].sort(
    (a, b) =>
      files.indexOf(a.span.file) - files.indexOf(b.span.file) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end,
  );
}

function syntaxIn({ span }: Diagnostic): Syntax {
  return syntaxOf(span.file.path);
}

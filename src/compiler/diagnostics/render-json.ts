import { positionAt, type Span } from "../source/source-file.ts";
import { type Diagnostic, hintOf, messageOf } from "./diagnostic.ts";

/** Returns diagnostics as the JSON of `check --format json` (`language.md` §6), on one line. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return JSON.stringify({
    diagnostics: diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: messageOf(diagnostic),
      hint: hintOf(diagnostic) ?? null,
      ...place(diagnostic.span),
      related: diagnostic.labels.map(({ text, span }) => ({ message: text, ...place(span) })),
    })),
    errors: count("error"),
    warnings: count("warning"),
  });
}

function place({ file, start, end }: Span) {
  return { file: file.path, range: { start: positionAt(file, start), end: positionAt(file, end) } };
}

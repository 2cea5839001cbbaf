/** Diagnostics as GitHub's workflow commands, which show them beside the lines of a pull request. */
import { positionAt } from "../source/source-file.ts";
import { type Diagnostic, hintOf, messageOf } from "./diagnostic.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Returns one workflow command a line for each diagnostic. */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${commandOf(diagnostic)}\n`).join("");
}

function commandOf(diagnostic: Diagnostic): string {
  const { code, severity, span } = diagnostic;
  const [from, to] = [positionAt(span.file, span.start), positionAt(span.file, span.end)];
  // GitHub shows columns only where the place is within one line.
  const columns =
    from.line === to.line ? { col: from.column, endColumn: Math.max(from.column, to.column - 1) } : {};
  const properties = Object.entries({
    file: span.file.path,
    line: from.line,
    endLine: to.line,
    ...columns,
    title: code,
  });
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  const hint = hintOf(diagnostic);
  const text = [
    messageOf(diagnostic),
    ...(hint === undefined ? [] : [hint]),
    `More: waybill explain ${code}`,
  ].join("\n");
  return `::${commands[severity]} ${written}::${escapeText(text)}`;
}

function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

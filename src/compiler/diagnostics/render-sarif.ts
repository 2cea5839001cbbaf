/** Diagnostics as SARIF 2.1.0 (OASIS), for code scanning: one run with the rules that have a result. */
import { contentHash } from "../../runtime/emitted/hash.ts";
import { lineText, positionAt, type Span } from "../source/source-file.ts";
import { type Diagnostic, type Fix, hintOf, messageOf } from "./diagnostic.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** Returns diagnostics as the JSON of a SARIF log; `pageOf` gives the page of a code as Markdown. */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  version: string,
  pageOf: (code: Diagnostic["code"]) => string,
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const rules = codes.map((id) => ({
    id,
    help: { text: pageOf(id), markdown: pageOf(id) },
    defaultConfiguration: { level: levels[diagnostics.find(({ code }) => code === id)?.severity ?? "error"] },
  }));
  const count = createCounter();
  const run = {
    tool: { driver: { name: "Waybill", semanticVersion: version, rules } },
    columnKind: "utf16CodeUnits",
    results: diagnostics.map((one) => resultOf(one, codes.indexOf(one.code), count(fingerprintOf(one)))),
  };
  return JSON.stringify({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  });
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string) {
  const { code, severity, span, labels, fixes } = diagnostic;
  const hint = hintOf(diagnostic);
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: [messageOf(diagnostic), ...(hint === undefined ? [] : [hint])].join(" ") },
    locations: [{ physicalLocation: placeOf(span) }],
    relatedLocations: labels.map(({ text, span: place }, id) => ({
      id,
      message: { text },
      physicalLocation: placeOf(place),
    })),
    partialFingerprints: { "waybill/v1": fingerprint },
    ...(fixes.length > 0 ? { fixes: fixes.map(fixOf) } : {}),
  };
}

function fixOf({ title, edits }: Fix) {
  return {
    description: { text: title },
    artifactChanges: edits.map(({ span, text }) => ({
      artifactLocation: fileOf(span),
      replacements: [{ deletedRegion: regionOf(span), insertedContent: { text } }],
    })),
  };
}

function placeOf(span: Span) {
  return { artifactLocation: fileOf(span), region: regionOf(span) };
}

/** Paths start from the folder where the command ran: the root of the repository, in CI. */
function fileOf({ file }: Span) {
  const uri = file.path.split("/").map(encodeURIComponent).join("/");
  return file.path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}

function regionOf({ file, start, end }: Span) {
  const [from, to] = [positionAt(file, start), positionAt(file, end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/**
 * What a finding is known by when lines move: its code, its file, and the text of its line. A credential on that line
 * is not in the log, only a hash of it with the rest.
 */
function fingerprintOf({ code, span: { file, start } }: Diagnostic): string {
  return contentHash([code, file.path, lineText(file, positionAt(file, start).line).trim()]);
}

/** Tells equal fingerprints apart by their order. */
function createCounter(): (fingerprint: string) => string {
  const counts = new Map<string, number>();
  return (fingerprint) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return `${fingerprint}:${count}`;
  };
}

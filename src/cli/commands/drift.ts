import { dirname } from "node:path";
import { checkWaybill } from "../../compiler/compile.ts";
import { nearest } from "../../compiler/diagnostics/suggest.ts";
import { findDrift } from "../../drift/find-drift.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { openEntry } from "../disk-reader.ts";
import { renderDrift, renderJsonDrift } from "../drift/render-drift.ts";
import { exit, UsageError } from "../exit.ts";
import { type ExportFlags, exportFlags, exportUsage, readExports } from "../import/export-flags.ts";
import { oneWaybill } from "../one-waybill.ts";
import { paletteFor, reportDiagnostics } from "../report.ts";

/** `waybill drift`: compares exports with a waybill. */
export const driftCommand: Command = {
  usage: `
waybill drift <file> [exports] [--format text|json]

Says where what mParticle's console or SessionM has set differs from a waybill: what only one of them has, and what both
have differently. Changes nothing. Compared are the event mappings, the Data Filter and SessionM's attributes; what the
data plan has is compared by \`waybill check\`.

${exportUsage}

  --format text|json    how differences are printed (text); --json is --format json

Exit status: 0 no differences; 1 differences, something that could not be compared, or errors in the waybill or an
export; 2 wrong usage.
`,
  async run(args, host) {
    const { file, flags, isJson } = readOptions(args);
    const { exports } = readExports(flags, host.cwd);
    const { entry, reader } = openEntry(file, host.cwd);
    const { program, diagnostics } = checkWaybill(entry, reader);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (program === undefined || errors.length > 0) {
      reportDiagnostics(file, errors, host.stderr, host);
      return exit.problems;
    }
    const compared = (["mappings", "filter", "attributes"] as const).filter(
      (from) => exports[from] !== undefined,
    );
    const found = findDrift(exports, program);
    const folder = dirname(file).replaceAll("\\", "/");
    host.stdout.write(
      isJson
        ? renderJsonDrift(found, compared, folder)
        : renderDrift(found, compared, folder, paletteFor(host.stdout, host)),
    );
    return found.length === 0 ? exit.fine : exit.problems;
  },
};

interface DriftOptions {
  readonly file: string;
  readonly flags: ExportFlags;
  readonly isJson: boolean;
}

const nameExport = "Name an export with `--mappings`, `--filter` or `--attributes`.";

function readOptions(args: readonly string[]): DriftOptions {
  const { values, positionals } = parseArguments(args, {
    ...exportFlags,
    format: { type: "string" },
    json: { type: "boolean", default: false },
  });
  const file = oneWaybill("drift", positionals, nameExport);
  const { mappings, filter, attributes } = values;
  if ([mappings, filter, attributes].every((flag) => flag === undefined)) {
    throw new UsageError("There is nothing to compare the waybill with.", nameExport);
  }
  const format = values.format ?? (values.json ? "json" : "text");
  if (format !== "text" && format !== "json") {
    const near = nearest(format, ["text", "json"]);
    const hint = near === undefined ? "Use `text` or `json`." : `Did you mean \`${near}\`?`;
    throw new UsageError(`There is no format \`${format}\`.`, hint);
  }
  return { file, flags: values, isJson: format === "json" };
}

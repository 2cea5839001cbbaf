import { relative, resolve } from "node:path";
import { checkWaybill } from "../../compiler/compile.ts";
import { type Diagnostic, hasErrors } from "../../compiler/diagnostics/diagnostic.ts";
import { renderJson } from "../../compiler/diagnostics/render-json.ts";
import { createParseCache } from "../../compiler/frontend/parse-cache.ts";
import type { ParseFile } from "../../compiler/project/load.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { openEntry } from "../disk-reader.ts";
import { exit, UsageError } from "../exit.ts";
import { findEntries } from "../find-entries.ts";
import type { Host } from "../host.ts";
import { fromHere, reportDiagnostics } from "../report.ts";

/** `waybill check`: validates waybills. */
export const checkCommand: Command = {
  usage: `
waybill check [paths] [--format text|json]

Checks waybills. A path is an entry file or a folder; without one the current folder is searched.
Files that another one includes are checked as part of it.

  --format text   code frames for people (default)
  --format json   {"diagnostics":[…],"errors":n,"warnings":n} on one line

Exit status: 0 no errors, 1 errors, 2 wrong usage.
`,
  async run(args, host) {
    const { values, positionals } = parseArguments(args, { format: { type: "string", default: "text" } });
    if (values.format !== "text" && values.format !== "json") {
      throw new UsageError(`There is no format \`${values.format}\`.`, "Use `text` or `json`.");
    }
    const entries = findEntries(positionals, host.cwd);
    const parse = createParseCache();
    const results = entries.map((path) => ({ path, diagnostics: checkFile(path, parse, host) }));
    const all = results.flatMap((result) => fromHere(result.diagnostics, result.path));
    if (values.format === "json") host.stdout.write(`${renderJson(all)}\n`);
    else for (const result of results) reportFile(result.path, result.diagnostics, host);
    return hasErrors(all) ? exit.problems : exit.fine;
  },
};

function checkFile(path: string, parse: ParseFile, { cwd }: Host): readonly Diagnostic[] {
  const { entry, reader } = openEntry(path, cwd);
  return checkWaybill(entry, reader, parse).diagnostics;
}

function reportFile(path: string, diagnostics: readonly Diagnostic[], host: Host): void {
  const shown = diagnostics.filter(({ severity }) => severity !== "info");
  if (shown.length > 0) reportDiagnostics(path, shown, host.stdout, host);
  const count = (severity: Diagnostic["severity"]) => shown.filter((one) => one.severity === severity).length;
  const errors = amount(count("error"), "error");
  const warnings = amount(count("warning"), "warning");
  host.stdout.write(`${relative(host.cwd, resolve(host.cwd, path))}: ${errors}, ${warnings}\n`);
}

function amount(count: number, what: string): string {
  return `${count === 0 ? "no" : count} ${what}${count === 1 ? "" : "s"}`;
}

import { join, relative, resolve } from "node:path";
import { checkWaybill } from "../../compiler/compile.ts";
import { hasErrors } from "../../compiler/diagnostics/diagnostic.ts";
import { renderCsv } from "../../docs/csv.ts";
import { renderPage } from "../../docs/page.ts";
import { pageModel } from "../../docs/page-model.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { openEntry } from "../disk-reader.ts";
import { readHistory } from "../docs/history.ts";
import { exit } from "../exit.ts";
import { makeFolder } from "../make-folder.ts";
import { oneWaybill } from "../one-waybill.ts";
import { replaceFile } from "../replace-file.ts";
import { reportDiagnostics } from "../report.ts";

/** `waybill docs`: the mapping as a page that people can read, print and sign. */
export const docsCommand: Command = {
  usage: `
waybill docs <file> [--out dir] [--json]

Writes the mapping for people who do not read waybills: mParticle's events and attributes, what SessionM gets of them,
conditions in plain sentences, limits, and who changed what last, from git.

  <name>.html         one page without scripts, to read, print and sign
  <name>.csv          the same as rows, for a spreadsheet

  --out dir           the folder to write to (default: waybill-docs)
  --json              print the paths that were written as JSON

Exit status: 0 written, 1 the waybill has errors or the folder cannot be written, 2 wrong usage, 70 a bug of ours.
`,
  async run(args, host) {
    const { file, out, isJson } = readOptions(args);
    const { entry, reader } = openEntry(file, host.cwd);
    const { program, diagnostics } = checkWaybill(entry, reader);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length > 0) reportDiagnostics(file, errors, host.stderr, host);
    if (program === undefined || hasErrors(diagnostics)) return exit.problems;
    const model = pageModel(program, readHistory(resolve(host.cwd, file), program.files));
    const folder = resolve(host.cwd, out);
    const written = write(folder, [
      [`${program.name}.html`, renderPage(model)],
      [`${program.name}.csv`, renderCsv(model)],
    ]).map((path) => relative(host.cwd, path));
    host.stdout.write(
      isJson ? `${JSON.stringify({ files: written })}\n` : written.map((path) => `${path}\n`).join(""),
    );
    return exit.fine;
  },
};

function write(folder: string, files: readonly (readonly [name: string, text: string])[]): readonly string[] {
  makeFolder(folder);
  return files.map(([name, text]) => {
    replaceFile(join(folder, name), text);
    return join(folder, name);
  });
}

function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArguments(args, {
    out: { type: "string", default: "waybill-docs" },
    json: { type: "boolean", default: false },
  });
  const file = oneWaybill("docs", positionals);
  return { file, out: values.out, isJson: values.json };
}

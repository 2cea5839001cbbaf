import type { ToDo } from "../../import/draft.ts";
import { importWaybill } from "../../import/import-waybill.ts";
import type { Command } from "../command.ts";
import { exit } from "../exit.ts";
import { exportUsage, readExports } from "../import/export-flags.ts";
import { readImportOptions } from "../import/options.ts";
import { planPath } from "../import/plan-path.ts";
import { renderImport, renderJsonImport, verdictOf } from "../import/render-import.ts";
import { writeNew } from "../write-new.ts";

/** `waybill import`: writes a waybill from what mParticle and SessionM export. */
export const importCommand: Command = {
  usage: `
waybill import [exports] [--name name] [--to yaml|dsl] [--out file] [--force] [--json]

Writes a commented waybill from what can be exported of mParticle and SessionM. Any of the exports may be given, also
together. What cannot be translated is a to-do list in the file and in the output; nothing is guessed.

${exportUsage}

  --name <name>         the waybill's name (default: that of the file to write)
  --to yaml|dsl         the syntax to write (default: that of the file to write, or yaml)
  -o, --out <file>      the file to write to (default: standard output; the report is then on standard error)
  --force               write over a file that is there
  --json                print {"file"|"text","syntax","counts","to_do","errors","warnings"} on one line

Exit status: 0 written, with or without to-dos; 1 an export cannot be read, a file is in the way, or the waybill has
errors; 2 wrong usage.
`,
  async run(args, host) {
    const options = readImportOptions(args);
    const { exports, planText, sources } = readExports(options.exports, host.cwd);
    const { plan } = options.exports;
    const path = plan === undefined ? undefined : planPath(plan, options.out, host.cwd);
    const dataPlan = path === undefined || planText === undefined ? undefined : { path, text: planText };
    const notes = plan !== undefined && path === undefined ? [planOutside(plan)] : [];
    const { name, syntax, out, isForced, isJson } = options;
    const result = importWaybill(exports, { name, syntax, sources, dataPlan, notes });
    if (out !== undefined) writeNew(out, result.text, isForced, host);
    if (isJson) {
      const where = out === undefined ? { text: result.text } : { file: out };
      host.stdout.write(renderJsonImport(result, syntax, where));
    } else {
      if (out === undefined) host.stdout.write(result.text);
      (out === undefined ? host.stderr : host.stdout).write(renderImport(result, out));
    }
    return verdictOf(result).errors > 0 ? exit.problems : exit.fine;
  },
};

function planOutside(plan: string): ToDo {
  const text = `\`${plan}\` is outside the waybill's project: copy it there and name it under \`source.data_plan\`.`;
  return { export: "plan", text };
}

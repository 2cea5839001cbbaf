import { relative, resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../../compiler/diagnostics/diagnostic.ts";
import { renderGithub } from "../../compiler/diagnostics/render-github.ts";
import { renderJson } from "../../compiler/diagnostics/render-json.ts";
import { renderSarif } from "../../compiler/diagnostics/render-sarif.ts";
import { nearest } from "../../compiler/diagnostics/suggest.ts";
import { version } from "../../compiler/version.ts";
import { parseArguments } from "../arguments.ts";
import { type CheckedFile, checkFiles } from "../check/check-files.ts";
import { fixFiles } from "../check/fix.ts";
import { renderJunit } from "../check/render-junit.ts";
import type { Command } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { readPage } from "../explain/page.ts";
import { findEntries } from "../find-entries.ts";
import type { Host } from "../host.ts";
import { reportHere } from "../report.ts";
import { readTarget } from "../target.ts";

/** `waybill check`: validates waybills. */
export const checkCommand: Command = {
  usage: `
waybill check [paths] [--format text|json|sarif|github|junit] [--target t] [--fix] [--deny-warnings]

Checks waybills. A path is an entry file or a folder; without one the current folder is searched.
Files that another one includes are checked as part of it.

  --format text     code frames for people (default)
  --format json     {"diagnostics":[…],"errors":n,"warnings":n} on one line
  --format sarif    SARIF 2.1.0, for code scanning
  --format github   workflow commands, which GitHub shows beside the lines
  --format junit    JUnit XML, for other CI systems
  --json            the same as --format json
  --target <target> also whether module, node or lambda (see \`build\`) can keep the settings
  --fix             makes the corrections that are certain, and checks what is left
  --deny-warnings   makes warnings count as errors for the exit status

A comment in a line of its own accepts a warning of the next line: # waybill-ignore <code>: <reason>

Exit status: 0 no errors, 1 errors, 2 wrong usage.
`,
  async run(args, host) {
    const { values, positionals } = parseArguments(args, {
      format: { type: "string" },
      target: { type: "string", default: "module" },
      json: { type: "boolean", default: false },
      fix: { type: "boolean", default: false },
      "deny-warnings": { type: "boolean", default: false },
    });
    const target = readTarget(values.target);
    const isDenied = values["deny-warnings"];
    const render = rendererOf(values.format ?? (values.json ? "json" : "text"));
    const entries = findEntries(positionals, host.cwd);
    if (values.fix) for (const path of entries) reportFixed(path, fixFiles(path, host.cwd), host);
    const files = checkFiles(entries, host.cwd, target);
    render(files, isDenied, host);
    const found = all(files);
    const isFailing = hasErrors(found) || (isDenied && found.some(({ severity }) => severity === "warning"));
    return isFailing ? exit.problems : exit.fine;
  },
};

type Render = (files: readonly CheckedFile[], isDenied: boolean, host: Host) => void;

const all = (files: readonly CheckedFile[]) => files.flatMap(({ diagnostics }) => diagnostics);

const renderers: ReadonlyMap<string, Render> = new Map<string, Render>([
  ["text", (files, _, host) => reportFiles(files, host)],
  ["json", (files, _, { stdout }) => stdout.write(`${renderJson(all(files))}\n`)],
  ["sarif", (files, _, { stdout }) => stdout.write(`${renderSarif(all(files), version, readPage)}\n`)],
  ["github", (files, _, { stdout }) => stdout.write(renderGithub(withoutInformation(all(files))))],
  ["junit", (files, isDenied, { stdout }) => stdout.write(renderJunit(files, isDenied))],
]);

function rendererOf(format: string): Render {
  const render = renderers.get(format);
  if (render !== undefined) return render;
  const near = nearest(format, renderers.keys());
  const known = [...renderers.keys()].map((name) => `\`${name}\``).join(", ");
  throw new UsageError(
    `There is no format \`${format}\`.`,
    near === undefined ? `Use one of ${known}.` : `Did you mean \`${near}\`?`,
  );
}

function withoutInformation(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== "info");
}

/** What was fixed goes to standard error: standard output is the report on what is left. */
function reportFixed(path: string, fixed: readonly Diagnostic[], { stderr }: Host): void {
  if (fixed.length === 0) return;
  const codes = [...new Set(fixed.map(({ code }) => code))].sort().join(", ");
  stderr.write(`${path}: ${amount(fixed.length, "correction")} made: ${codes}\n`);
}

function reportFiles(files: readonly CheckedFile[], host: Host): void {
  for (const { path, diagnostics } of files) {
    const shown = withoutInformation(diagnostics);
    if (shown.length > 0) reportHere(shown, host.stdout, host);
    const count = (severity: Diagnostic["severity"]) =>
      shown.filter((one) => one.severity === severity).length;
    const errors = amount(count("error"), "error");
    const warnings = amount(count("warning"), "warning");
    host.stdout.write(`${relative(host.cwd, resolve(host.cwd, path))}: ${errors}, ${warnings}\n`);
  }
}

function amount(count: number, what: string): string {
  return `${count === 0 ? "no" : count} ${what}${count === 1 ? "" : "s"}`;
}

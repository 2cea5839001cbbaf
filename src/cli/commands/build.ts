import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Artefact, buildArtefacts } from "../../bundle/artefacts.ts";
import { compileWaybill } from "../../compiler/compile.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { openEntry } from "../disk-reader.ts";
import { exit, UsageError } from "../exit.ts";
import { FileError } from "../file-error.ts";
import type { Host } from "../host.ts";
import { InputProblem } from "../input-problem.ts";
import { makeFolder } from "../make-folder.ts";
import { oneWaybill } from "../one-waybill.ts";
import { reportDiagnostics } from "../report.ts";
import { readTarget } from "../target.ts";

/** `waybill build`: writes the forwarder of a waybill. */
export const buildCommand: Command = {
  usage: `
waybill build <file> [--out dir] [--json]

Writes the forwarder of a waybill:

  forwarder.ts        TypeScript to read and review; imports waybill/runtime/emitted
  forwarder.mjs       one ES module without imports, minified, with a source map to the waybill
  forwarder.d.ts      its types
  manifest.json       name, content hash, what it can send, sizes

  --out dir           the folder to write to (default: forwarders/<name>)
  --target <target>   module (default): what is above, for programs of your own
                      node: also service.cjs, the whole service in one file, and its package.json
                      lambda: also lambda.cjs, a handler for SQS, Kinesis and function URLs
  --engine plain      the only engine so far
  --json              print the manifest

Exit status: 0 written, 1 the waybill has errors or the folder cannot be written, 2 wrong usage.
`,
  async run(args, host) {
    const { file, out, target, isJson } = readOptions(args);
    const { entry, reader } = openEntry(file, host.cwd);
    const { program, ir, module, diagnostics } = compileWaybill(entry, reader, { target });
    const shown = diagnostics.filter(({ severity }) => severity !== "info");
    if (shown.length > 0) reportDiagnostics(file, shown, host.stderr, host);
    if (program === undefined || ir === undefined || module === undefined) return exit.problems;
    const folder = resolve(host.cwd, out ?? join("forwarders", program.name));
    const artefacts = await buildArtefacts({ program, ir, module }, target);
    writeArtefacts(folder, artefacts);
    host.stdout.write(isJson ? manifestText(artefacts) : summary(folder, artefacts, host));
    return exit.fine;
  },
};

function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArguments(args, {
    out: { type: "string" },
    target: { type: "string", default: "module" },
    engine: { type: "string", default: "plain" },
    json: { type: "boolean", default: false },
  });
  const file = oneWaybill("build", positionals, "Name the folder to write to with `--out`.");
  requireOnly("--engine", values.engine, "plain");
  return { file, out: values.out, target: readTarget(values.target), isJson: values.json };
}

function requireOnly(option: string, value: string, only: string): void {
  if (value === only) return;
  throw new UsageError(`${option} \`${value}\` is not there yet.`, `Use \`${only}\`.`);
}

function writeArtefacts(folder: string, artefacts: readonly Artefact[]): void {
  const foreign = isOurs(folder) ? undefined : artefacts.find(({ name }) => existsSync(join(folder, name)));
  if (foreign !== undefined) {
    const path = join(folder, foreign.name);
    throw new InputProblem(`${path} was not made by Waybill; name another folder with --out.`);
  }
  makeFolder(folder);
  try {
    for (const { name, text } of artefacts) writeFileSync(join(folder, name), text);
  } catch (error) {
    throw new FileError("write", folder, error);
  }
}

/** Says whether an earlier build wrote to the folder; `forwarder.ts` is written first. */
function isOurs(folder: string): boolean {
  const source = join(folder, "forwarder.ts");
  return existsSync(source) && readFileSync(source, "utf8").startsWith("// Forwarder `");
}

function manifestText(artefacts: readonly Artefact[]): string {
  return artefacts.find(({ name }) => name === "manifest.json")?.text ?? "";
}

function summary(folder: string, artefacts: readonly Artefact[], { cwd }: Host): string {
  const rows = artefacts.map(({ name, text }) => {
    return `  ${name.padEnd(18)} ${Buffer.byteLength(text).toLocaleString("en-US").padStart(9)} bytes`;
  });
  const fromHere = relative(cwd, folder) || ".";
  return [`${fromHere.startsWith("..") ? folder : fromHere}/`, ...rows, ""].join("\n");
}

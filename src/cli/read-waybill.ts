import { hasErrors } from "../compiler/diagnostics/diagnostic.ts";
import { isWaybillPath, type Parsed, parse, waybillEndings } from "../compiler/frontend/parse.ts";
import { createSourceFile } from "../compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../compiler/source/syntax.ts";
import { openEntry } from "./disk-reader.ts";
import { UsageError } from "./exit.ts";
import type { Host } from "./host.ts";
import { InputProblem } from "./input-problem.ts";
import { reportDiagnostics } from "./report.ts";

/** Returns the syntax that an option names. */
export function readSyntax(option: string, value: string | undefined): Syntax | undefined {
  if (value === undefined || value === "dsl" || value === "yaml") return value;
  throw new UsageError(`There is no syntax \`${value}\`.`, `Use \`${option} yaml\` or \`${option} dsl\`.`);
}

/**
 * Returns one waybill, without what it includes: a file, or standard input for `-`. Where it has errors they are
 * printed and there is none. Throws InputProblem where it cannot be read.
 */
export async function readWaybill(
  path: string,
  syntax: Syntax | undefined,
  host: Host,
): Promise<Parsed | undefined> {
  const parsed = path === "-" ? await readInput(syntax, host) : readFile(path, host);
  const errors = parsed.diagnostics.filter(({ severity }) => severity === "error");
  if (parsed.isWhole && !hasErrors(errors)) return parsed;
  reportDiagnostics(path, errors, host.stderr, host);
  return undefined;
}

async function readInput(syntax: Syntax | undefined, { stdin }: Host): Promise<Parsed> {
  if (syntax === undefined) {
    throw new UsageError(
      "Standard input does not say which syntax it has.",
      "Add `--syntax yaml` or `--syntax dsl`.",
    );
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return parse(createSourceFile(`stdin${endingOf[syntax]}`, decode(Buffer.concat(chunks), "Standard input")));
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputProblem(`${name} is not UTF-8 text.`);
  }
}

function readFile(path: string, { cwd }: Host): Parsed {
  if (!isWaybillPath(path)) {
    throw new InputProblem(
      `\`${path}\` is no waybill: its name ends in none of ${waybillEndings.join(", ")}.`,
    );
  }
  const { entry, reader } = openEntry(path, cwd);
  const result = reader.read(entry);
  switch (result.kind) {
    case "text":
      return parse(createSourceFile(entry, result.text));
    case "not-utf8":
      throw new InputProblem(`\`${path}\` is not UTF-8 text.`);
    case "too-large":
      throw new InputProblem(`\`${path}\` is too large: ${result.bytes.toLocaleString("en-US")} bytes.`);
    case "outside":
      throw new InputProblem(`\`${path}\` leads out of the project.`);
    case "missing":
      throw new InputProblem(`There is no file \`${path}\`.`);
    case "unreadable":
      throw new InputProblem(`Cannot read \`${path}\`: ${result.reason}.`);
  }
}

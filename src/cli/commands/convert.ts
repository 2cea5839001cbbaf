import { dirname, resolve } from "node:path";
import { convertFile } from "../../compiler/frontend/print.ts";
import { endingOf, type Syntax, syntaxOf } from "../../compiler/source/syntax.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { oneWaybill } from "../one-waybill.ts";
import { readSyntax, readWaybill } from "../read-waybill.ts";
import { writeNew } from "../write-new.ts";

/** `waybill convert`: writes a waybill in the other syntax. */
export const convertCommand: Command = {
  usage: `
waybill convert <file> --to yaml|dsl [--out file] [--force] [--json]
waybill convert - --syntax yaml|dsl --to yaml|dsl

Writes a waybill in another syntax, with the same meaning and the same comments. One file is converted; the files that
it includes may have either syntax and stay as they are.

  --to yaml|dsl       the syntax to write
  --out file          the file to write to (default: standard output)
  --force             write over a file that is there
  --syntax yaml|dsl   the syntax of standard input
  --json              print {"syntax","text","includes"}; with --out {"syntax","file","includes"}

Exit status: 0 converted, 1 errors in the file or a file that is in the way, 2 wrong usage.
`,
  async run(args, host) {
    const options = readOptions(args);
    const parsed = await readWaybill(options.file, options.syntax, host);
    if (parsed === undefined) return exit.problems;
    const text = convertFile(parsed, options.to);
    const includes = parsed.tree.includes.map((include) => include.text);
    if (options.out !== undefined) writeNew(options.out, text, options.isForced, host);
    if (options.isJson) {
      const result = options.out === undefined ? { text } : { file: options.out };
      host.stdout.write(`${JSON.stringify({ syntax: options.to, ...result, includes })}\n`);
    } else if (options.out === undefined) host.stdout.write(text);
    if (!options.isJson && includes.length > 0) host.stderr.write(includesNote(includes, options));
    return exit.fine;
  },
};

interface ConvertOptions {
  readonly file: string;
  readonly to: Syntax;
  readonly out: string | undefined;
  readonly syntax: Syntax | undefined;
  readonly isForced: boolean;
  readonly isJson: boolean;
}

function readOptions(args: readonly string[]): ConvertOptions {
  const { values, positionals } = parseArguments(args, {
    to: { type: "string" },
    out: { type: "string" },
    syntax: { type: "string" },
    force: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  });
  const file = oneWaybill("convert", positionals, "Name the file to write with `--out`.");
  const to = readSyntax("--to", values.to);
  if (to === undefined)
    throw new UsageError("The syntax to write is missing.", "Add `--to yaml` or `--to dsl`.");
  const syntax = readSyntax("--syntax", values.syntax);
  if (syntax !== undefined && file !== "-") {
    throw new UsageError("The syntax of a file is told by its name.", "`--syntax` is for `-`.");
  }
  const { out } = values;
  if (out !== undefined && (syntaxOf(out) !== to || !/\.waybill(?:\.ya?ml)?$/.test(out))) {
    throw new UsageError(`\`${out}\` would not be read as ${to}.`, `End its name in \`${endingOf[to]}\`.`);
  }
  return { file, to, out, syntax, isForced: values.force, isJson: values.json };
}

function includesNote(includes: readonly string[], { file, out }: ConvertOptions): string {
  const listed = includes.join(", ");
  const isMoved = out !== undefined && file !== "-" && resolve(dirname(out)) !== resolve(dirname(file));
  const where = isMoved ? " These paths start from the folder of the file, which is another one now." : "";
  return `It includes ${listed} as before; an included file may have either syntax.${where}\n`;
}

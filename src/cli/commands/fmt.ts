import { resolve } from "node:path";
import { formatFile } from "../../compiler/frontend/print.ts";
import type { Syntax } from "../../compiler/source/syntax.ts";
import { parseArguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { findWaybills } from "../find-entries.ts";
import type { Host } from "../host.ts";
import { readSyntax, readWaybill } from "../read-waybill.ts";
import { replaceFile } from "../replace-file.ts";

/** `waybill fmt`: formats waybills. */
export const fmtCommand: Command = {
  usage: `
waybill fmt [paths] [--check] [--json]
waybill fmt - --syntax yaml|dsl

Formats waybills, in the one style that each syntax has; docs/formatting.md describes it. A path is a file or a folder;
without one the current folder is searched. Comments are kept. A file with errors is left as it is.

  --check             change nothing; exit status 1 where a file is not formatted
  -                   read standard input and print it formatted
  --syntax yaml|dsl   the syntax of standard input
  --json              print {"files":[{"file","status"}]}; a status is formatted, unformatted, unchanged or failed

Exit status: 0 formatted, 1 errors in a file or, with --check, a file that is not formatted, 2 wrong usage.
`,
  async run(args, host) {
    const { values, positionals } = parseArguments(args, {
      check: { type: "boolean", default: false },
      syntax: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const syntax = readSyntax("--syntax", values.syntax);
    if (positionals.includes("-")) {
      if (positionals.length > 1) throw new UsageError("Standard input is formatted by itself.");
      return await formatInput(syntax, values.check, host);
    }
    if (syntax !== undefined)
      throw new UsageError("The syntax of a file is told by its name.", "`--syntax` is for `-`.");
    const results: Result[] = [];
    for (const file of findWaybills(positionals, host.cwd)) {
      results.push({ file, status: await formatOnDisk(file, values.check, host) });
    }
    host.stdout.write(values.json ? `${JSON.stringify({ files: results })}\n` : report(results));
    return results.some(({ status }) => status === "failed" || status === "unformatted")
      ? exit.problems
      : exit.fine;
  },
};

interface Result {
  readonly file: string;
  readonly status: "formatted" | "unformatted" | "unchanged" | "failed";
}

async function formatInput(syntax: Syntax | undefined, isCheck: boolean, host: Host): Promise<number> {
  const parsed = await readWaybill("-", syntax, host);
  if (parsed === undefined) return exit.problems;
  const text = formatFile(parsed);
  if (!isCheck) host.stdout.write(text);
  if (!isCheck || text === parsed.file.text) return exit.fine;
  host.stderr.write("Standard input is not formatted.\n");
  return exit.problems;
}

async function formatOnDisk(path: string, isCheck: boolean, host: Host): Promise<Result["status"]> {
  const parsed = await readWaybill(path, undefined, host);
  if (parsed === undefined) return "failed";
  const text = formatFile(parsed);
  if (text === parsed.file.text) return "unchanged";
  if (isCheck) return "unformatted";
  replaceFile(resolve(host.cwd, path), text);
  return "formatted";
}

function report(results: readonly Result[]): string {
  const lines = results.flatMap(({ file, status }) => {
    return status === "unchanged" ? [] : [`${file}: ${texts[status]}`];
  });
  const counts = Object.entries(texts).flatMap(([status, text]) => {
    const count = results.filter((result) => result.status === status).length;
    return count === 0 ? [] : [`${count} ${text}`];
  });
  const files = `${results.length} ${results.length === 1 ? "file" : "files"}`;
  return `${[...lines, `${files}: ${counts.join(", ")}`].join("\n")}\n`;
}

const texts: Readonly<Record<Result["status"], string>> = {
  formatted: "formatted",
  unformatted: "not formatted",
  unchanged: "unchanged",
  failed: "with errors",
};

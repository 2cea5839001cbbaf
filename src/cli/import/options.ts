import { basename } from "node:path";
import { isWaybillPath } from "../../compiler/frontend/parse.ts";
import { endingOf, type Syntax, syntaxOf } from "../../compiler/source/syntax.ts";
import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";
import { readSyntax } from "../read-waybill.ts";
import { isWaybillName, readWaybillName } from "../waybill-name.ts";
import { type ExportFlags, exportFlags } from "./export-flags.ts";

/** What `waybill import` was asked to do. */
export interface ImportCommandOptions {
  readonly exports: ExportFlags;
  readonly name: string;
  readonly syntax: Syntax;
  /** Undefined for standard output. */
  readonly out: string | undefined;
  readonly isForced: boolean;
  readonly isJson: boolean;
}

/** Returns the options that the arguments state; throws a UsageError for what they cannot mean. */
export function readImportOptions(args: readonly string[]): ImportCommandOptions {
  const { values, positionals } = parseArguments(args, {
    ...exportFlags,
    name: { type: "string" },
    to: { type: "string" },
    out: { type: "string", short: "o" },
    force: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  });
  const { mappings, filter, plan, attributes, out } = values;
  if (positionals[0] !== undefined) {
    const hint = "Say what it is: `--mappings`, `--filter`, `--plan` or `--attributes`.";
    throw new UsageError(`\`import\` takes files by options, not \`${positionals[0]}\`.`, hint);
  }
  if ([mappings, filter, plan, attributes].every((flag) => flag === undefined)) {
    throw new UsageError(
      "There is nothing to import.",
      "Name an export with `--mappings`, `--filter`, `--plan` or `--attributes`.",
    );
  }
  const to = readSyntax("--to", values.to);
  if (out !== undefined && !isWaybillPath(out)) {
    throw new UsageError(`\`${out}\` is no waybill's name.`, `End it in \`${endingOf[to ?? "yaml"]}\`.`);
  }
  if (out !== undefined && to !== undefined && syntaxOf(out) !== to) {
    throw new UsageError(`\`${out}\` would not be read as ${to}.`, `End its name in \`${endingOf[to]}\`.`);
  }
  return {
    exports: values,
    name: values.name === undefined ? nameFor(out) : readWaybillName(values.name),
    syntax: to ?? (out === undefined ? "yaml" : syntaxOf(out)),
    out,
    isForced: values.force,
    isJson: values.json,
  };
}

/** A waybill is usually called like its file. */
function nameFor(out: string | undefined): string {
  const name = basename(out ?? "").replace(/\.waybill(?:\.ya?ml)?$/, "");
  return isWaybillName(name) ? name : "imported";
}

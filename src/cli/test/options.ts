import { nearest } from "../../compiler/diagnostics/suggest.ts";
import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";

/** What `waybill test` was asked to do. */
export interface TestOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  /** Part of a test's name; undefined for all tests. */
  readonly filter: string | undefined;
  readonly update: boolean;
  readonly watch: boolean;
  readonly coverage: boolean;
  /** In percent. */
  readonly minCoverage: number | undefined;
  readonly suggest: boolean;
}

const formats = ["text", "json", "junit"] as const;
type Format = (typeof formats)[number];

/** Returns the options that the arguments state; throws a UsageError for what they cannot mean. */
export function readTestOptions(args: readonly string[]): TestOptions {
  const { values, positionals } = parseArguments(args, {
    format: { type: "string" },
    json: { type: "boolean", default: false },
    filter: { type: "string" },
    update: { type: "boolean", default: false },
    watch: { type: "boolean", default: false },
    coverage: { type: "boolean", default: false },
    "min-coverage": { type: "string" },
    suggest: { type: "boolean", default: false },
  });
  const { filter, update, watch, suggest } = values;
  const format = readFormat(values.format ?? (values.json ? "json" : "text"));
  const minCoverage = readPercent(values["min-coverage"]);
  if (watch && format !== "text") throw new UsageError("`--watch` prints text only.", "Remove `--format`.");
  if (filter === "") throw new UsageError("`--filter` needs a part of a test's name.");
  if (filter !== undefined && minCoverage !== undefined) {
    throw new UsageError(
      "`--filter` and `--min-coverage` exclude each other.",
      "Coverage is that of all tests.",
    );
  }
  if (suggest && format !== "text")
    throw new UsageError("`--suggest` prints text only.", "Remove `--format`.");
  const coverage = values.coverage || minCoverage !== undefined || suggest;
  return { paths: positionals, format, filter, update, watch, coverage, minCoverage, suggest };
}

function readFormat(text: string): Format {
  const format = formats.find((known) => known === text);
  if (format !== undefined) return format;
  const near = nearest(text, formats);
  throw new UsageError(
    `There is no format \`${text}\`.`,
    near === undefined ? "Use `text`, `json` or `junit`." : `Did you mean \`${near}\`?`,
  );
}

function readPercent(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, digits = ""] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text) ?? [];
  const value = Number(digits);
  if (digits !== "" && value <= 100) return value;
  throw new UsageError(`\`--min-coverage\` is a percentage from 0 to 100, not \`${text}\`.`);
}

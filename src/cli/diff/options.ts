import { nearest } from "../../compiler/diagnostics/suggest.ts";
import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";

/** What `waybill diff` was asked to do. */
export interface DiffOptions {
  readonly before: string;
  readonly after: string | undefined;
  /** A file of batches, or `-`. */
  readonly input: string | undefined;
  readonly format: Format;
  readonly showsValues: boolean;
  /** Whether a change for members is the exit status 1. */
  readonly exitCode: boolean;
  /** Whether every batch there can be is asked about. */
  readonly prove: boolean;
}

const formats = ["text", "markdown", "json"] as const;
type Format = (typeof formats)[number];

/** Returns the options that the arguments state; throws a UsageError for what they cannot mean. */
export function readDiffOptions(args: readonly string[]): DiffOptions {
  const { values, positionals } = parseArguments(args, {
    in: { type: "string" },
    format: { type: "string" },
    json: { type: "boolean", default: false },
    "show-values": { type: "boolean", default: false },
    "exit-code": { type: "boolean", default: false },
    prove: { type: "boolean", default: false },
  });
  const [before, after, ...others] = positionals;
  if (before === undefined) {
    throw new UsageError(
      "Nothing was named to compare.",
      "`waybill diff main` compares with the branch `main`.",
    );
  }
  if (others.length > 0) {
    const message = `\`diff\` takes two versions; \`${others[0]}\` is one argument too many.`;
    throw new UsageError(message, "Name batches with `--in`.");
  }
  if (values.in === "") throw new UsageError("`--in` needs a file of batches, or `-`.");
  return {
    before,
    after,
    input: values.in,
    format: readFormat(values.format ?? (values.json ? "json" : "text")),
    showsValues: values["show-values"],
    exitCode: values["exit-code"],
    prove: values.prove,
  };
}

function readFormat(text: string): Format {
  const format = formats.find((known) => known === text);
  if (format !== undefined) return format;
  const near = nearest(text, formats);
  const hint = near === undefined ? "Use `text`, `markdown` or `json`." : `Did you mean \`${near}\`?`;
  throw new UsageError(`There is no format \`${text}\`.`, hint);
}

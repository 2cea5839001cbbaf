import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";
import { oneWaybill } from "../one-waybill.ts";

/** What `waybill run` was asked to do. */
export interface RunOptions {
  readonly waybill: string;
  /** A file, or `-` for standard input. */
  readonly input: string;
  readonly action: "dry_run" | "send";
  readonly json: boolean;
  readonly envFile: string | undefined;
  readonly concurrency: number;
  readonly timeoutMilliseconds: number;
  readonly deadLetters: string;
}

/** Returns the options that the arguments state; throws a UsageError for what they cannot mean. */
export function readRunOptions(args: readonly string[]): RunOptions {
  const { values, positionals } = parseArguments(args, {
    in: { type: "string" },
    "dry-run": { type: "boolean" },
    send: { type: "boolean" },
    "env-file": { type: "string" },
    concurrency: { type: "string" },
    timeout: { type: "string" },
    "dead-letters": { type: "string" },
    json: { type: "boolean" },
  });
  const waybill = oneWaybill("run", positionals, "Name batches with `--in`.");
  if (!values.in)
    throw new UsageError("`--in` is missing.", "Name a file of batches, or `-` for standard input.");
  if (values["dry-run"] && values.send) {
    throw new UsageError("`--dry-run` and `--send` exclude each other.", "Give one of them.");
  }
  if (values["dry-run"] === values.send) {
    throw new UsageError(
      "One of `--dry-run` and `--send` is needed.",
      "`--dry-run` shows the requests and sends nothing.",
    );
  }
  return {
    waybill,
    input: values.in,
    action: values.send ? "send" : "dry_run",
    json: values.json ?? false,
    envFile: values["env-file"],
    concurrency: readNumber("concurrency", values.concurrency ?? "16", /^\d+$/, 256),
    timeoutMilliseconds: 1000 * readNumber("timeout", values.timeout ?? "10", /^\d+(\.\d+)?$/, 120),
    deadLetters: values["dead-letters"] ?? ".waybill/dead-letters.ndjson",
  };
}

function readNumber(name: string, text: string, form: RegExp, most: number): number {
  const value = Number(text);
  if (form.test(text) && value > 0 && value <= most) return value;
  throw new UsageError(`\`--${name}\` is a number above 0 and up to ${most}, not \`${text}\`.`);
}

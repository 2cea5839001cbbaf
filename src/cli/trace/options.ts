import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";
import { oneWaybill } from "../one-waybill.ts";

/** What `waybill trace` was asked to do. */
export interface TraceOptions {
  readonly file: string;
  readonly input: string;
  readonly batch: number | undefined;
  readonly showsValues: boolean;
  readonly isJson: boolean;
}

/** Returns the options that the arguments state; throws a UsageError for what they cannot mean. */
export function readTraceOptions(args: readonly string[]): TraceOptions {
  const { values, positionals } = parseArguments(args, {
    in: { type: "string" },
    batch: { type: "string" },
    "show-values": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  });
  const file = oneWaybill("trace", positionals, "Name batches with `--in`.");
  if (!values.in)
    throw new UsageError("`--in` is missing.", "Name a file of batches, or `-` for standard input.");
  if (values.batch !== undefined && !/^\d{1,15}$/.test(values.batch)) {
    throw new UsageError(`\`--batch\` is a whole number from 0, not \`${values.batch}\`.`);
  }
  const batch = values.batch === undefined ? undefined : Number(values.batch);
  return { file, input: values.in, batch, showsValues: values["show-values"], isJson: values.json };
}

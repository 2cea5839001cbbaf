import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";
import { oneWaybill } from "../one-waybill.ts";

/** What `waybill verify` was asked to do. */
export interface VerifyArguments {
  readonly file: string;
  /** How many random batches. */
  readonly random: number;
  readonly seed: number;
  readonly isJson: boolean;
}

/** Returns the options that the arguments state; throws a UsageError for what they cannot mean. */
export function readVerifyOptions(args: readonly string[]): VerifyArguments {
  const { values, positionals } = parseArguments(args, {
    random: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  });
  const file = oneWaybill("verify", positionals);
  const random = wholeNumber("--random", values.random, 100_000_000);
  const seed = wholeNumber("--seed", values.seed, 2_147_483_647);
  return { file, random, seed, isJson: values.json };
}

function wholeNumber(flag: string, text: string, most: number): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`\`${flag}\` is a whole number from 0 to ${most}, not \`${text}\`.`);
}

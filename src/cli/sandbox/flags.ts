import type { ParseArgsConfig } from "node:util";
import { parseFaultChances } from "../../sandbox/faults.ts";
import { isProblem, type Problem } from "../../sandbox/problem.ts";
import { parseAttributes } from "../../sandbox/rules.ts";
import type { SandboxOptions } from "../../sandbox/sandbox.ts";
import { parseSwitchFlags, renderValues, type SwitchDefinition, switchList } from "../../sandbox/switches.ts";
import { parseArguments } from "../arguments.ts";
import { UsageError } from "../exit.ts";

/** The usage text of `waybill sandbox`. */
export const sandboxUsage = `waybill sandbox [options]

A SessionM stand-in on 127.0.0.1 to develop and test against. It prints each request
that it receives; GET /sandbox shows what else it can do. Ctrl-C stops it.

  --port <number>           port to listen on; 0 takes a free one (default 8642)
  --api-key <key>           API key to accept (default sandbox-key)
  --api-secret <secret>     API secret to accept (default sandbox-secret)
  --users <id,…>            external ids of users that exist from the start
  --events <name,…>         event names that are defined (default: all)
  --attributes <name,…>     custom attributes that are defined (default: all);
                            name:text, name:number or name:boolean states a type
  --switch <name=value>     how to answer where SessionM's documentation is silent; see below
  --script <file>           JSON file that says how single requests are answered
  --fault <fault:chance>    faults at random, as in 503:0.1: a status, reset, reset_after,
                            hang, hang_after, slow, garbage or empty
  --seed <number>           makes the random faults repeat (default 1)
  --quiet                   prints no requests

--users, --events, --attributes, --switch and --fault may be repeated.
Exit status: 0 stopped, 1 it could not start, 2 wrong usage.

Switches; the first value is the default:

${switchList.map(renderSwitch).join("")}`;

const flags = {
  port: { type: "string", default: "8642" },
  "api-key": { type: "string", default: "sandbox-key" },
  "api-secret": { type: "string", default: "sandbox-secret" },
  users: { type: "string", multiple: true, default: [] },
  events: { type: "string", multiple: true },
  attributes: { type: "string", multiple: true },
  switch: { type: "string", multiple: true, default: [] },
  script: { type: "string" },
  fault: { type: "string", multiple: true, default: [] },
  seed: { type: "string", default: "1" },
  quiet: { type: "boolean", default: false },
} satisfies ParseArgsConfig["options"];

/** What the flags of `waybill sandbox` say. */
export interface SandboxFlags {
  readonly options: SandboxOptions;
  /** The path of the script, as it was given. */
  readonly script: string | undefined;
  readonly quiet: boolean;
}

/** Reads the arguments of `waybill sandbox`; a mistake in them is a UsageError. */
export function readSandboxFlags(args: readonly string[]): SandboxFlags {
  const { values, positionals } = parseArguments(args, flags);
  if (positionals.length > 0) throw new UsageError(`\`${positionals[0]}\` is one argument too many.`);
  const { events, attributes, script, quiet } = values;
  const options = {
    port: readNumber("port", values.port, 65_535),
    seed: readNumber("seed", values.seed, 2 ** 31),
    apiKey: values["api-key"],
    apiSecret: values["api-secret"],
    users: splitNames(values.users).map((external_id) => ({ external_id })),
    events: events && new Set(splitNames(events)),
    attributes: attributes && orUsageError(parseAttributes(splitNames(attributes))),
    switches: orUsageError(parseSwitchFlags(values.switch)),
    faults: orUsageError(parseFaultChances(values.fault)),
  };
  return { options, script, quiet };
}

function renderSwitch([name, definition]: readonly [string, SwitchDefinition]): string {
  return `  ${name}=${renderValues(definition)}\n      ${definition.about}\n`;
}

function splitNames(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(",")).filter((name) => name !== "");
}

function readNumber(flag: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new UsageError(`\`--${flag}\` is not a whole number from 0 to ${most}: \`${text}\`.`);
}

function orUsageError<Value>(value: Value | Problem): Value {
  if (isProblem(value)) throw new UsageError(value.problem, value.hint);
  return value;
}

import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../compiler/diagnostics/suggest.ts";
import { UsageError } from "./exit.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Parses a command's arguments; an unknown option is a UsageError that suggests the nearest one. */
export function parseArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError) || !("code" in error)) throw error;
    throw usageError(error.message, args, Object.keys(options));
  }
}

function usageError(message: string, args: readonly string[], known: readonly string[]): UsageError {
  const unknown = args.find((arg) => {
    const name = /^--(?:no-)?([^=]+)/.exec(arg)?.[1];
    return name !== undefined && !known.includes(name);
  });
  if (unknown === undefined) return new UsageError(message.split(". ")[0] ?? message);
  const flag = unknown.split("=")[0] ?? unknown;
  const name = flag.slice(2);
  const meant = otherWords.get(name);
  const near = known.find((option) => option === meant) ?? nearest(name, known);
  return new UsageError(`Unknown option \`${flag}\`.`, near && `Did you mean \`--${near}\`?`);
}

/** What other programs, and people, call an option that has a short name here. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["batch", "in"],
  ["batches", "in"],
  ["file", "in"],
  ["input", "in"],
  ["output", "out"],
]);

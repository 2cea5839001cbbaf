import { UsageError } from "./exit.ts";

/** Returns the one waybill that a command was given; throws a UsageError where none was named, or more. */
export function oneWaybill(
  command: string,
  [file, tooMuch]: readonly string[],
  /** What else the argument that is too many may have been meant as. */
  advice?: string,
): string {
  if (file === undefined) throw new UsageError("No waybill was named.");
  if (tooMuch === undefined) return file;
  throw new UsageError(`\`${command}\` takes one waybill; \`${tooMuch}\` is one argument too many.`, advice);
}

import { UsageError } from "./exit.ts";

/** Says whether a text can be the name of a waybill (`language.md` §1). */
export function isWaybillName(text: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(text);
}

/** Returns the name that `--name` states. */
export function readWaybillName(text: string): string {
  if (isWaybillName(text)) return text;
  throw new UsageError(
    `\`${text}\` is no name for a waybill.`,
    "Use lower-case letters, digits and `-`, a letter first.",
  );
}

import { printable } from "./printable.ts";

/** Returns a name in backticks, with nothing in it that hides what it says. */
export function quote(name: string): string {
  return `\`${printable(name)}\``;
}

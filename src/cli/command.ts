import type { Host } from "./host.ts";

/** A command of the CLI: one file under `commands/`, one line in `main.ts`. */
export interface Command {
  /** The usage text, first line `waybill <name> …`. */
  readonly usage: string;
  /** Runs the command and returns the exit status. Throws UsageError for wrong usage. */
  run(args: readonly string[], host: Host): Promise<number>;
}

import type { Message } from "./message.ts";

/** How bad a diagnostic is: an error stops the build, a warning can be accepted, information is for editors. */
export type Severity = "error" | "warning" | "info";

/** A row of the catalogue. The message says what, the hint what to do. */
export interface Definition {
  readonly severity: Severity;
  readonly message: Message<string>;
  /** Shown when all of its arguments are there. Later hints are tried when an earlier one lacks an argument. */
  readonly hints?: readonly Message<string>[];
}

/** Checks the shape of a catalogue area and keeps its literal types. */
export function defineDiagnostics<const T extends Readonly<Record<string, Definition>>>(definitions: T): T {
  return definitions;
}

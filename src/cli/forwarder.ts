import { loadForwarder } from "../bundle/load.ts";
import type { Program } from "../compiler/check/program.ts";
import type { Target } from "../compiler/check/target.ts";
import { compileWaybill } from "../compiler/compile.ts";
import type { Forward } from "../runtime/emitted/result.ts";
import type { DeliverySettings } from "../runtime/settings.ts";
import { openEntry } from "./disk-reader.ts";
import type { Host } from "./host.ts";
import { reportDiagnostics } from "./report.ts";

/** A waybill that is ready to run. */
export interface Forwarder {
  readonly forward: Forward;
  readonly settings: DeliverySettings;
}

/** A forwarder and the program it was made of. */
export interface OpenForwarder extends Forwarder {
  readonly program: Program;
}

/** Compiles a waybill and loads its forwarder; errors are printed, and then the result is undefined. */
export async function openForwarder(
  file: string,
  host: Host,
  target?: Target,
): Promise<OpenForwarder | undefined> {
  const { entry, reader } = openEntry(file, host.cwd);
  const { program, module, diagnostics } = compileWaybill(entry, reader, { target });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) reportDiagnostics(file, errors, host.stderr, host);
  if (program === undefined || module === undefined) return undefined;
  return { forward: await loadForwarder(module), settings: program.delivery, program };
}

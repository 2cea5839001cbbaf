import { loadForwarder } from "../../bundle/load.ts";
import type { Program } from "../../compiler/check/program.ts";
import { compileWaybill } from "../../compiler/compile.ts";
import type { IrModule } from "../../compiler/ir/ir.ts";
import type { Drop, Result } from "../../runtime/emitted/result.ts";
import type { Host } from "../host.ts";
import { reportDiagnostics } from "../report.ts";
import type { Version } from "./versions.ts";

/** A version of a waybill that can run. */
export interface OpenVersion {
  readonly program: Program;
  readonly ir: IrModule;
  readonly forward: (batch: string | Uint8Array) => Result<readonly Drop[]>;
}

/** Compiles a version; errors are printed, and then the result is undefined. */
export async function openVersion(
  { tree, path, label }: Version,
  host: Host,
): Promise<OpenVersion | undefined> {
  const { entry, reader } = tree.open(path);
  const { program, ir, module, diagnostics } = compileWaybill(entry, reader);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (program === undefined || ir === undefined || module === undefined) {
    host.stderr.write(`waybill: \`${label}\` has errors, so it cannot be compared:\n`);
    reportDiagnostics(label, errors, host.stderr, host);
    return undefined;
  }
  const forward = await loadForwarder(module);
  return { program, ir, forward: (batch) => forward(batch, { drops: "full" }) };
}

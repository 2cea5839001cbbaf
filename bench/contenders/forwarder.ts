import { bundleForwarder } from "../../src/bundle/bundle.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import type { Forward } from "../../src/runtime/emitted/result.ts";
import { workloadWaybill } from "../workload/plan.ts";

/** The forwarder of the workload as it is deployed, and its bundle. */
export interface BuiltForwarder {
  readonly forward: Forward;
  readonly code: string;
}

/** Returns the workload's forwarder, bundled and minified; `optimise: false` leaves out the passes over the IR. */
export async function buildForwarder(optimise = true): Promise<BuiltForwarder> {
  const text = workloadWaybill();
  const reader = { read: (id: string) => ({ kind: "text" as const, text, id }) };
  const { module, diagnostics } = compileWaybill("workload.waybill.yaml", reader, { optimise });
  if (module === undefined)
    throw new Error(`The workload's waybill has errors: ${diagnostics.map(({ code }) => code)}`);
  const { code } = await bundleForwarder(module, { minify: true });
  const url = `data:text/javascript;base64,${Buffer.from(`// optimise: ${optimise}\n${code}`).toString("base64")}`;
  const { forward } = (await import(url)) as { readonly forward: Forward };
  return { forward, code };
}

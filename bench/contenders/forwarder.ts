import { bundleForwarder } from "../../src/bundle/bundle.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { emit } from "../../src/compiler/emit/forwarder.ts";
import { optimise, passes } from "../../src/compiler/ir/passes/index.ts";
import type { Pass } from "../../src/compiler/ir/passes/pass.ts";
import type { Forward } from "../../src/runtime/emitted/result.ts";
import { workloadWaybill } from "../workload/plan.ts";

/** The forwarder of the workload as it is deployed, and its bundle. */
export interface BuiltForwarder {
  readonly forward: Forward;
  readonly code: string;
}

/** Returns the workload's forwarder, bundled and minified, after some of the passes over the IR. */
export async function buildForwarder(chosen: readonly Pass[] = passes): Promise<BuiltForwarder> {
  const text = workloadWaybill();
  const reader = { read: (id: string) => ({ kind: "text" as const, text, id }) };
  const { program, ir, diagnostics } = compileWaybill("workload.waybill.yaml", reader, { optimise: false });
  if (program === undefined || ir === undefined)
    throw new Error(`The workload's waybill has errors: ${diagnostics.map(({ code }) => code)}`);
  const { code } = await bundleForwarder(emit(optimise(ir, chosen), program.files), { minify: true });
  const comment = `// ${chosen.map(({ name }) => name)}\n`;
  const url = `data:text/javascript;base64,${Buffer.from(comment + code).toString("base64")}`;
  const { forward } = (await import(url)) as { readonly forward: Forward };
  return { forward, code };
}

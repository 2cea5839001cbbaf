import { transformSync } from "esbuild";
import type { EmittedModule } from "../../src/compiler/emit/forwarder.ts";
import * as emitted from "../../src/runtime/emitted/index.ts";
import type { Forward } from "../../src/runtime/emitted/result.ts";

/** Loads an emitted module against the runtime's sources: what people get, but for the bundling. */
export function loadEmitted(module: EmittedModule): Forward {
  const { code } = transformSync(module.code, { loader: "ts", format: "cjs", target: "node20" });
  const exports: { forward?: Forward } = {};
  const wrapper = { exports };
  new Function("module", "exports", "require", code)(wrapper, exports, () => emitted);
  const { forward } = wrapper.exports;
  if (forward === undefined) throw new Error("The emitted module exports no `forward`.");
  return forward;
}

import { runInThisContext } from "node:vm";
import type { EmittedModule } from "../compiler/emit/forwarder.ts";
import type { Forward } from "../runtime/emitted/result.ts";
import { bundleForwarder } from "./bundle.ts";

/** Returns the forwarder of an emitted module, loaded into this process. */
export async function loadForwarder(module: EmittedModule, { minify = false } = {}): Promise<Forward> {
  const { code } = await bundleForwarder(module, { minify, form: "script" });
  const loaded: { readonly forward: Forward } = runInThisContext(
    `(() => {${code}return forwarder;})()`,
    "forwarder.js",
  );
  return loaded.forward;
}

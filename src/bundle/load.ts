import type { EmittedModule } from "../compiler/emit/forwarder.ts";
import type { Forward } from "../runtime/emitted/result.ts";
import { bundleForwarder } from "./bundle.ts";

/** Returns the forwarder of an emitted module, loaded into this process. */
export async function loadForwarder(module: EmittedModule): Promise<Forward> {
  const { code } = await bundleForwarder(module, { minify: false });
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const loaded: { readonly forward: Forward } = await import(url);
  return loaded.forward;
}

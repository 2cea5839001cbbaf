import { bundleForwarder } from "../../src/bundle/bundle.ts";
import type { EmittedModule } from "../../src/compiler/emit/forwarder.ts";
import type { Forward } from "../../src/runtime/emitted/result.ts";

/** Loads the minified bundle of an emitted module: what is deployed. */
export async function loadBundle(module: EmittedModule): Promise<Forward> {
  const { code } = await bundleForwarder(module, { minify: true });
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const { forward }: { readonly forward: Forward } = await import(url);
  return forward;
}

import { gzipSync } from "node:zlib";
import type { Program } from "../compiler/check/program.ts";
import type { Target } from "../compiler/check/target.ts";
import type { EmittedModule } from "../compiler/emit/forwarder.ts";
import type { IrModule } from "../compiler/ir/ir.ts";
import { bundleForwarder } from "./bundle.ts";
import { declaration } from "./declaration.generated.ts";
import { manifestOf } from "./manifest.ts";
import { targetArtefacts } from "./target-artefacts.ts";

/** A file of a built forwarder. */
export interface Artefact {
  readonly name: string;
  readonly text: string;
}

/** What a compiled waybill gives to build from. */
export interface Compiled {
  readonly program: Program;
  readonly ir: IrModule;
  readonly module: EmittedModule;
}

/** Returns the files that `waybill build` writes. The same waybill gives the same bytes on every machine. */
export async function buildArtefacts(
  { program, ir, module }: Compiled,
  target: Target,
): Promise<readonly Artefact[]> {
  const { code, map } = await bundleForwarder(module, { minify: true });
  const bundle = `${code}//# sourceMappingURL=forwarder.mjs.map\n`;
  const artefacts = [
    { name: "forwarder.ts", text: module.code },
    { name: "forwarder.mjs", text: bundle },
    { name: "forwarder.mjs.map", text: map },
    { name: "forwarder.d.ts", text: declaration },
    // TypeScript looks for this name beside an `.mjs` file.
    { name: "forwarder.d.mts", text: declaration },
    ...(await targetArtefacts(target, program, module)),
  ];
  const sizes = Object.fromEntries(artefacts.map(({ name, text }) => [name, Buffer.byteLength(text)]));
  const manifest = manifestOf(program, ir, {
    ...sizes,
    "forwarder.mjs.gz": gzipSync(bundle, { level: 9 }).length,
  });
  return [...artefacts, { name: "manifest.json", text: `${JSON.stringify(manifest, null, 2)}\n` }];
}

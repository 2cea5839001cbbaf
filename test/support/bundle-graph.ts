import { readdirSync } from "node:fs";
import { build, type Metafile } from "esbuild";

/** Returns which file imports which, over all entries. Imports of types alone are not in it. */
export async function bundleGraph(): Promise<Metafile["inputs"]> {
  const interpreter = readdirSync("src/interpreter").filter((name) => name.endsWith(".ts"));
  const { metafile } = await build({
    entryPoints: [
      "src/compiler/index.ts",
      "src/runtime/index.ts",
      "src/runtime/emitted/index.ts",
      "src/cli/start.ts",
      "src/runtime/lambda/index.ts",
      ...interpreter.map((name) => `src/interpreter/${name}`),
    ],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    outdir: "unused",
    packages: "external",
    logLevel: "silent",
  });
  return metafile.inputs;
}

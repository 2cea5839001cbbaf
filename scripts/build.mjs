/** Builds `dist`: the CLI as one CommonJS file that starts fast, and the library entries as ES modules. */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  legalComments: "none",
  external: ["esbuild", "undici"],
  logLevel: "warning",
};

rmSync(join(root, "dist"), { recursive: true, force: true });
await Promise.all([
  build({
    ...common,
    entryPoints: { cli: "src/cli/start.ts" },
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
    keepNames: false,
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    sourcemap: false,
  }),
  build({
    ...common,
    entryPoints: {
      compiler: "src/compiler/index.ts",
      runtime: "src/runtime/index.ts",
      emitted: "src/runtime/emitted/index.ts",
    },
    outdir: "dist",
    format: "esm",
  }),
]);

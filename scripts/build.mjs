/** Builds `dist`: the CLI as one CommonJS file that starts fast, and the library entries as ES modules. */
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
// Built aside and put in place at the end, so that whatever runs from `dist` meanwhile finds it whole.
const aside = `${dist}-${process.pid}`;
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  legalComments: "none",
  external: ["esbuild", "libsql", "undici"],
  // The library's ES modules: its entry for Node is CommonJS, which an ES bundle cannot hold and a small one need not.
  alias: { yaml: join(root, "node_modules/yaml/browser/index.js") },
  logLevel: "warning",
};

/** The service is a file of its own, loaded when it is called: its servers would slow every other command down. */
const serviceApart = {
  name: "service-apart",
  setup({ onResolve }) {
    onResolve({ filter: /runtime\/service\/index\.ts$/ }, () => ({ path: "./service.cjs", external: true }));
  },
};

await Promise.all([
  build({
    ...common,
    entryPoints: { service: "src/runtime/service/index.ts", lambda: "src/runtime/lambda/index.ts" },
    outdir: aside,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
    sourcemap: false,
  }),
  build({
    ...common,
    entryPoints: { cli: "src/cli/start.ts" },
    outdir: aside,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
    // Code from V8's cache cannot import, so the two packages that are not bundled are required.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "moduleUrl" },
    // A function of what it needs, for `bin/load-cli.cjs`.
    banner: {
      js: '(function (require, __filename) {const moduleUrl = require("node:url").pathToFileURL(__filename).href;',
    },
    footer: { js: "})" },
    sourcemap: false,
    plugins: [serviceApart],
  }),
  build({
    ...common,
    entryPoints: {
      compiler: "src/compiler/index.ts",
      runtime: "src/runtime/index.ts",
      emitted: "src/runtime/emitted/index.ts",
    },
    outdir: aside,
    format: "esm",
    // Puts the values of constants in place, which reading JSON is a fifth faster for.
    minifySyntax: true,
  }),
]);

const cli = readFileSync(join(aside, "cli.cjs"), "utf8");
const other = /\P{ASCII}/u.exec(cli);
if (other !== null) {
  const around = cli.slice(Math.max(0, other.index - 40), other.index + 40);
  throw new Error(`The CLI has to be ASCII; write the character as an escape: ${around}`);
}

const cacheWriter = join(root, "scripts/write-code-cache.cjs");
const { status } = spawnSync(process.execPath, [
  cacheWriter,
  join(aside, "cli.cjs"),
  join(aside, "cli.cache"),
]);
if (status !== 0) throw new Error("The code cache of the CLI could not be written.");

rmSync(dist, { recursive: true, force: true });
renameSync(aside, dist);

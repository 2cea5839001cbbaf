/** Bundles the tests of an area, with the code that Stryker has changed, into the one file that Mocha loads. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { areas } from "./areas.mjs";

const shim = fileURLToPath(new URL("vitest-on-mocha.mjs", import.meta.url));

const vitestOnMocha = {
  name: "vitest-on-mocha",
  setup({ onResolve }) {
    onResolve({ filter: /^vitest$/ }, ({ importer }) =>
      importer === shim ? { path: "vitest", external: true } : { path: shim },
    );
  },
};

await build({
  stdin: {
    contents: areas[process.env.AREA].tests.map((path) => `import "./${path}";`).join("\n"),
    resolveDir: ".",
  },
  outfile: "dist-mutate/tests.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  // The package says that its modules have no side effects; tests have.
  ignoreAnnotations: true,
  plugins: [vitestOnMocha],
  logLevel: "warning",
});

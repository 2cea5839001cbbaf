/** Who may import whom: the edges between folders, and from folders to packages, are those of a table. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleGraph } from "./support/bundle-graph.ts";

/** From a folder to the folders and packages that it imports at run time, itself left out. */
const allowed: Readonly<Record<string, string>> = {
  bundle: "compiler esbuild node:* runtime/emitted",
  cli: "bundle cli/commands compiler compiler/check compiler/diagnostics compiler/frontend compiler/source node:* picocolors runtime write-file-atomic",
  "cli/check": "cli compiler compiler/diagnostics compiler/frontend compiler/source node:*",
  "cli/commands":
    "bundle cli cli/check cli/diff cli/dlq cli/docs cli/drift cli/explain cli/import cli/init cli/run cli/sandbox cli/test cli/trace cli/verify compiler compiler/diagnostics compiler/diagnostics/catalogue compiler/frontend compiler/source diff docs drift import node:* picocolors runtime/emitted runtime/queue runtime/service runtime/sessionm sandbox trace verify",
  "cli/diff":
    "bundle cli cli/run compiler compiler/diagnostics compiler/frontend compiler/source diff generate node:* prove runtime/sources testing",
  "cli/dlq": "cli node:* runtime/delivery runtime/queue runtime/queue/libsql",
  "cli/docs": "cli compiler/source docs node:*",
  "cli/drift": "compiler/source",
  "cli/explain": "bundle node:*",
  "cli/import": "cli compiler/frontend compiler/plan compiler/source import node:*",
  "cli/init": "bundle cli compiler/frontend compiler/source node:*",
  "cli/run": "cli node:* runtime runtime/delivery runtime/sessionm runtime/sources",
  "cli/sandbox": "cli sandbox",
  "cli/test":
    "bundle cli compiler compiler/diagnostics compiler/frontend compiler/frontend/yaml compiler/source coverage generate interpreter node:* runtime/emitted runtime/sources testing trace verify",
  compiler:
    "compiler/check compiler/diagnostics compiler/editor compiler/emit compiler/frontend compiler/ir compiler/ir/passes compiler/project compiler/source",
  "compiler/check":
    "compiler/check/expressions compiler/check/rules compiler/diagnostics compiler/diagnostics/catalogue compiler/source runtime/emitted",
  "compiler/check/expressions":
    "compiler/check compiler/diagnostics compiler/functions compiler/types runtime/emitted/expression",
  "compiler/check/finite":
    "compiler/check compiler/check/expressions compiler/types runtime/emitted runtime/emitted/expression",
  "compiler/check/rules":
    "compiler/check compiler/check/expressions compiler/check/finite compiler/diagnostics compiler/types runtime/emitted runtime/emitted/expression",
  "compiler/diagnostics":
    "compiler/diagnostics/catalogue compiler/source get-east-asian-width leven runtime/emitted",
  "compiler/diagnostics/catalogue": "compiler/diagnostics",
  "compiler/editor": "compiler compiler/frontend",
  "compiler/emit": "@jridgewell/gen-mapping compiler compiler/source runtime/emitted",
  "compiler/frontend":
    "compiler/ast compiler/diagnostics compiler/frontend/dsl compiler/frontend/yaml compiler/source",
  "compiler/frontend/document": "ajv compiler/diagnostics",
  "compiler/frontend/dsl":
    "chevrotain compiler/ast compiler/diagnostics compiler/frontend compiler/frontend/document compiler/source",
  "compiler/frontend/yaml":
    "compiler/ast compiler/diagnostics compiler/frontend compiler/frontend/document compiler/frontend/dsl compiler/source yaml",
  "compiler/functions": "compiler/types runtime/emitted/functions",
  "compiler/ir/passes": "runtime/emitted",
  "compiler/ir":
    "compiler/check compiler/check/expressions compiler/functions compiler/source compiler/types runtime/emitted runtime/emitted/expression",
  "compiler/plan": "compiler/types",
  "compiler/project": "compiler/diagnostics compiler/frontend compiler/plan compiler/source",
  "cli/trace": "cli cli/run",
  "cli/verify": "cli cli/test",
  coverage: "interpreter",
  diff: "compiler/diagnostics runtime/emitted trace",
  docs: "compiler/check compiler/diagnostics compiler/source runtime/telemetry",
  drift: "compiler/check import",
  generate: "compiler/check compiler/types coverage interpreter random runtime/emitted",
  import:
    "compiler compiler/ast compiler/check compiler/diagnostics compiler/frontend compiler/plan compiler/source csv-parse",
  interpreter: "compiler/functions compiler/source compiler/types runtime/emitted",
  prove:
    "compiler/check compiler/check/finite compiler/source compiler/types generate interpreter runtime/emitted runtime/emitted/expression",
  runtime:
    "node:* runtime/delivery runtime/queue runtime/queue/libsql runtime/service runtime/sessionm runtime/sources",
  "runtime/delivery": "runtime runtime/queue runtime/sessionm",
  "runtime/emitted":
    "@noble/hashes runtime/emitted/expression runtime/emitted/functions runtime/emitted/tape",
  "runtime/emitted/expression": "runtime/emitted runtime/emitted/tape",
  "runtime/emitted/functions": "@noble/hashes i18n-iso-countries runtime/emitted runtime/emitted/expression",
  "runtime/lambda": "runtime runtime/delivery runtime/sessionm runtime/sources/webhook",
  "runtime/queue": "node:*",
  "runtime/queue/libsql": "libsql node:* runtime runtime/queue tinyqueue",
  "runtime/service":
    "node:* runtime runtime/delivery runtime/queue runtime/queue/libsql runtime/sessionm runtime/sources/webhook runtime/telemetry",
  "runtime/sessionm": "node:* undici",
  "runtime/sources/webhook": "fastify node:* runtime runtime/sources",
  "runtime/telemetry": "@opentelemetry/api fastify node:* pino prom-client",
  sandbox: "compiler/diagnostics node:* random",
  testing:
    "ajv compiler/diagnostics compiler/frontend compiler/frontend/document compiler/frontend/yaml diff runtime/emitted",
  trace: "compiler/diagnostics compiler/source interpreter runtime/emitted",
  verify: "bundle compiler coverage generate interpreter runtime/emitted",
};

const graph = await bundleGraph();

function placeOf(path: string): string {
  if (path.startsWith("node:")) return "node:*";
  if (path.startsWith("src/")) return path.split("/").slice(1, -1).join("/");
  return path.split("/", path.startsWith("@") ? 2 : 1).join("/");
}

function edges(): Readonly<Record<string, string>> {
  const found = new Map<string, Set<string>>();
  for (const [path, { imports }] of Object.entries(graph)) {
    const from = placeOf(path);
    const targets = imports.map((edge) => placeOf(edge.path)).filter((target) => target !== from);
    found.set(from, new Set([...(found.get(from) ?? []), ...targets]));
  }
  return Object.fromEntries([...found].map(([from, targets]) => [from, [...targets].sort().join(" ")]));
}

test("folders import what the table says, and nothing else", () => {
  const found = Object.entries(edges()).filter(([, targets]) => targets !== "");
  expect(Object.fromEntries(found)).toEqual(allowed);
});

function importersOf(target: string): readonly string[] {
  return Object.entries(graph)
    .filter(([, { imports }]) => imports.some(({ path }) => placeOf(path) === target))
    .map(([path]) => path)
    .sort();
}

test("each package is known to one place", () => {
  expect(importersOf("csv-parse")).toEqual(["src/import/read-attribute-list.ts"]);
  expect(importersOf("write-file-atomic")).toEqual(["src/cli/replace-file.ts"]);
  expect(importersOf("esbuild")).toEqual(["src/bundle/bundle.ts"]);
  expect(importersOf("@jridgewell/gen-mapping")).toEqual(["src/compiler/emit/print.ts"]);
  expect(importersOf("yaml").every((path) => path.startsWith("src/compiler/frontend/yaml/"))).toBe(true);
  expect(importersOf("leven")).toEqual(["src/compiler/diagnostics/suggest.ts"]);
  expect(importersOf("undici").every((path) => path.startsWith("src/runtime/sessionm/"))).toBe(true);
  expect(importersOf("libsql").every((path) => path.startsWith("src/runtime/queue/libsql/"))).toBe(true);
  expect(importersOf("tinyqueue")).toEqual(["src/runtime/queue/libsql/lane-book.ts"]);
  expect(importersOf("@noble/hashes")).toEqual([
    "src/runtime/emitted/functions/sha256.ts",
    "src/runtime/emitted/hash.ts",
  ]);
  expect(importersOf("chevrotain").every((path) => path.startsWith("src/compiler/frontend/dsl/"))).toBe(true);
  expect(importersOf("i18n-iso-countries")).toEqual(["src/runtime/emitted/functions/country.ts"]);
});

test("no file imports itself through others", () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, around: readonly string[]): void => {
    const at = around.indexOf(path);
    if (at >= 0) cycles.push([...around.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const edge of graph[path]?.imports ?? []) if (!edge.external) visit(edge.path, [...around, path]);
    done.add(path);
  };
  for (const path of Object.keys(graph)) visit(path, []);
  expect(cycles).toEqual([]);
});

/** Every import in a folder, of types too: the text of the specifier by the path of the file. */
function importsIn(folder: string): readonly (readonly [path: string, specifier: string])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[jt]s$/.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const text = readFileSync(path, "utf8");
      const specifiers = text.matchAll(/\bfrom "([^"]+)";|\bimport\("([^"]+)"\)|^import "([^"]+)";/gm);
      return [...specifiers].map((match) => [path, match[1] ?? match[2] ?? match[3] ?? ""] as const);
    });
}

test("the compiler knows nothing of Node.js, nor of the shells", () => {
  const outside = importsIn("src/compiler").filter(([, specifier]) => {
    return /^node:|\/(?:cli|bundle|sandbox|interpreter)\//.test(specifier);
  });
  expect(outside).toEqual([]);
});

test("the compiler touches neither disk, clock, process nor console", () => {
  const folder = "src/compiler";
  const touching = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => {
      const code = readFileSync(join(folder, name), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return /\b(?:process\.|Date\.now|new Date|console\.|Math\.random|performance\.|globalThis\.)/.test(
        code,
      );
    });
  expect(touching).toEqual([]);
});

test("the runtime knows nothing of the compiler, not even its types", () => {
  expect(
    importsIn("src/runtime").filter(([, specifier]) => /\/(?:compiler|cli|bundle)\//.test(specifier)),
  ).toEqual([]);
});

test("emitted code's runtime imports nothing but hashes and the table of countries", () => {
  const outside = importsIn("src/runtime/emitted").filter(([, specifier]) => {
    return !/^\.{1,2}\/(?:[a-z-]+\/)?[a-z0-9-]+\.ts$|^@noble\/hashes\/|^i18n-iso-countries\//.test(specifier);
  });
  expect(outside).toEqual([]);
});

/**
 * Takes: an emitted module. Gives: one ES module without imports, and its source map back to the waybill.
 * Guarantees: the same bytes for the same module, wherever and by whomever it is built. Only this file knows esbuild.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { EmittedModule } from "../compiler/emit/forwarder.ts";
import { packageRoot } from "./package-root.ts";

export interface BundleOptions {
  readonly minify: boolean;
  /** `esm` (default) exports `forward`; `script` declares `forwarder`, with `forward` in it. */
  readonly form?: "esm" | "script" | undefined;
}

export interface Bundle {
  readonly code: string;
  /** The source map as JSON text; its sources are the waybill's files and the runtime's. */
  readonly map: string;
}

/** Bundles a forwarder with the parts of the runtime that it uses. */
export async function bundleForwarder(
  module: EmittedModule,
  { minify, form = "esm" }: BundleOptions,
): Promise<Bundle> {
  const { build } = await import("esbuild");
  const root = packageRoot();
  const inlineMap = Buffer.from(JSON.stringify(module.map)).toString("base64");
  const contents = `${module.code}//# sourceMappingURL=data:application/json;base64,${inlineMap}\n`;
  const { outputFiles } = await build({
    stdin: { contents, sourcefile: "forwarder.ts", resolveDir: root, loader: "ts" },
    absWorkingDir: root,
    outfile: "forwarder.mjs",
    write: false,
    bundle: true,
    ...(form === "esm" ? { format: "esm" as const } : { format: "iife" as const, globalName: "forwarder" }),
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    minify,
    sourcemap: "external",
    legalComments: "none",
    alias: { "waybill/runtime/emitted": emittedRuntime(root) },
    logLevel: "silent",
  });
  const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  return { code: text(".mjs"), map: stableMap(text(".map")) };
}

/** Bundles a program that a forwarder is part of as one CommonJS file; `entry` names files of `dist` as `waybill:<file>`. */
export async function bundleProgram(entry: string): Promise<string> {
  const { build } = await import("esbuild");
  const root = packageRoot();
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: "js" },
    absWorkingDir: root,
    write: false,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    // Its binary is installed for the machine that runs it.
    external: ["libsql"],
    alias: {
      "waybill:service": join(root, "dist/service.cjs"),
      "waybill:lambda": join(root, "dist/lambda.cjs"),
    },
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** The runtime that is bundled: built once, so that a clone and an installed package bundle the same bytes. */
function emittedRuntime(root: string): string {
  const path = join(root, "dist/emitted.js");
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run build\``);
  return path;
}

/** Names the runtime's sources after the package and keeps only the waybill's own text. */
function stableMap(text: string): string {
  const map: { sources: string[]; sourcesContent?: (string | null)[] } = JSON.parse(text);
  const sources = map.sources.map((source) => {
    const runtime = /(?:^|\/)(src\/runtime\/emitted\/.*|node_modules\/.*)$/.exec(source)?.[1];
    return runtime
      ?.replace(/^src\/runtime\/emitted/, "waybill/runtime/emitted")
      .replace(/^node_modules\//, "");
  });
  return JSON.stringify({
    ...map,
    sources: sources.map((runtime, index) => runtime ?? map.sources[index]),
    sourcesContent: sources.map((runtime, index) => (runtime ? null : (map.sourcesContent?.[index] ?? null))),
  });
}

/** Every example and fixture means the same in both syntaxes: converted, it gives the same code and the same requests. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { dumpTree } from "../../src/compiler/ast/dump.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { renderText } from "../../src/compiler/diagnostics/render-text.ts";
import { parse } from "../../src/compiler/frontend/parse.ts";
import { convertFile, formatFile } from "../../src/compiler/frontend/print.ts";
import { createSourceFile } from "../../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../../src/compiler/source/syntax.ts";
import type { Result } from "../../src/runtime/emitted/result.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";
import { rightFiles } from "../support/right-files.ts";

const read = (path: string, text: string) => parse(createSourceFile(path, text));
const files = rightFiles();

test("there are files in both syntaxes to convert", () => {
  const inDsl = files.filter(({ file }) => file.path.endsWith(endingOf.dsl)).length;
  expect(Math.min(inDsl, files.length - inDsl)).toBeGreaterThan(5);
});

test.each(files.map((parsed) => ({ path: parsed.file.path, parsed })))(
  "$path is the same tree in both syntaxes, and stays as it is once formatted",
  ({ path, parsed }) => {
    const formatted = formatFile(parsed);
    expect(formatFile(read(path, formatted))).toBe(formatted);
    const dsl = convertFile(parsed, "dsl");
    const yaml = convertFile(read("a.waybill", dsl), "yaml");
    expect(convertFile(read("a.waybill.yaml", yaml), "dsl")).toBe(dsl);
    expect(dumpTree(read("a.waybill.yaml", yaml).tree)).toBe(dumpTree(parsed.tree));
  },
);

/** Files by path, as a syntax writes them; what they include is renamed with them. */
function inSyntax(sources: Readonly<Record<string, string>>, syntax: Syntax): Record<string, string> {
  const converted = Object.entries(sources).map(([path, text]) => {
    const made = convertFile(read(path, text), syntax);
    return [
      renamed(path, syntax),
      made.replace(/\.waybill(?:\.ya?ml)?(?=["\],]|$)/gm, endingOf[syntax]),
    ] as const;
  });
  return Object.fromEntries(converted);
}

function renamed(path: string, syntax: Syntax): string {
  return path.replace(/\.waybill(?:\.ya?ml)?$/, endingOf[syntax]);
}

/** Returns the code that files become, without the places in them. */
function codeOf(entry: string, sources: Readonly<Record<string, string>>): string {
  const { module, diagnostics } = compileWaybill(entry, memoryReader(sources));
  if (module === undefined) throw new Error(renderText(diagnostics));
  const code = module.code.replace(/[\w-]+\.waybill(?:\.ya?ml)?(?::\d+)?/g, "…");
  // Lines are broken by their width, and places differ in it.
  return transformSync(code, { loader: "ts", minifyWhitespace: true }).code;
}

const compiled = readdirSync("test/fixtures/compile").map((name) => {
  const folder = join("test/fixtures/compile", name);
  const names = readdirSync(folder).filter((file) => /\.waybill(?:\.ya?ml)?$/.test(file));
  return {
    name,
    sources: Object.fromEntries(names.map((file) => [file, readFileSync(join(folder, file), "utf8")])),
  };
});

test.each(compiled)("$name gives the same code in both syntaxes", ({ sources }) => {
  const entry = Object.keys(sources).find((path) => path.startsWith("mapping")) ?? "";
  const code = codeOf(entry, sources);
  for (const syntax of ["dsl", "yaml"] as const) {
    expect(codeOf(renamed(entry, syntax), inSyntax(sources, syntax))).toBe(code);
  }
});

interface Case {
  readonly title: string;
  readonly waybill: string | object;
  readonly batch?: string | Uint8Array;
  readonly batches?: readonly (string | Uint8Array)[];
}

const cases = readdirSync("test/fixtures/behaviour").flatMap((file) => {
  const text = readFileSync(join("test/fixtures/behaviour", file), "utf8");
  const found: readonly Case[] = parseYaml(text, { customTags: ["binary"] });
  return found.map((one) => ({ ...one, title: `${file}: ${one.title}` }));
});

test.each(cases)("$title, also in the DSL", ({ waybill, batch, batches = [] }) => {
  const text = typeof waybill === "string" ? waybill : JSON.stringify(waybill);
  const dsl = convertFile(read("w.waybill.yaml", text), "dsl");
  const [given, other] = [forwardOf("w.waybill.yaml", text), forwardOf("w.waybill", dsl)];
  for (const input of batch === undefined ? batches : [batch, ...batches]) {
    expect(requestsOf(other(input))).toEqual(requestsOf(given(input)));
  }
});

function forwardOf(path: string, text: string) {
  const { module, diagnostics } = compileWaybill(path, memoryReader({ [path]: text }));
  if (module === undefined) throw new Error(renderText(diagnostics));
  return loadEmitted(module);
}

/** Requests without the place of the entry that made each. */
function requestsOf({ requests }: Result) {
  return requests.map(({ at: _, ...request }) => request);
}

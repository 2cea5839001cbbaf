/**
 * Shows what the compiler makes of a waybill, phase by phase: `npm run play -- <file> [tree|ir|code|map]`.
 * The tree has `line:column` in place of spans.
 */
import { resolve } from "node:path";
import { openEntry } from "../src/cli/disk-reader.ts";
import { compileWaybill } from "../src/compiler/compile.ts";
import { renderText } from "../src/compiler/diagnostics/render-text.ts";
import { parse } from "../src/compiler/frontend/parse.ts";
import { createSourceFile, positionAt, type Span } from "../src/compiler/source/source-file.ts";

const [file, part] = process.argv.slice(2);
if (file === undefined) throw new Error("Name a waybill: npm run play -- <file> [tree|ir|code|map]");

const { entry, reader } = openEntry(resolve(file));
const { ir, module, diagnostics } = compileWaybill(entry, reader);
const source = reader.read(entry);

show("tree", () => {
  return source.kind === "text" ? json(parse(createSourceFile(entry, source.text)).tree) : source.kind;
});
show("ir", () => json(ir));
show("code", () => module?.code ?? "");
show("map", () => json(module?.map));
if (diagnostics.length > 0) console.error(renderText(diagnostics));

function show(name: string, make: () => string): void {
  if (part === undefined) console.log(`\n── ${name} ──`);
  if (part === undefined || part === name) console.log(make());
}

function json(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) => (isSpan(member) ? positionOf(member) : member), 2) ?? ""
  );
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "start" in value && "file" in value;
}

function positionOf({ file: spanFile, start }: Span): string {
  const { line, column } = positionAt(spanFile, start);
  return `${line}:${column}`;
}

/**
 * Takes: the path of an entry file. Gives: its tree and those of the files it includes, in the order in which
 * their lists are joined: included files first, depth first, each once; the entry file last.
 * Guarantees: no cycle, no file outside the project. Does not compare what the files say.
 */
import type { TextNode } from "../ast/nodes.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { limits } from "../frontend/limits.ts";
import { isWaybillPath, type Parsed, parse } from "../frontend/parse.ts";
import { createSourceFile, type SourceFile, type Span } from "../source/source-file.ts";
import type { FileReader, ReadResult } from "./file-reader.ts";
import { joinPath } from "./path.ts";

/** How many files a waybill may include (`language.md` §1). */
const mostIncludes = 200;

/** Parses a file, or returns what an earlier call made of the same text. */
export type ParseFile = (file: SourceFile) => Parsed;

interface Context {
  readonly reader: FileReader;
  readonly report: Report;
  readonly parse: ParseFile;
  readonly loaded: Map<string, Parsed>;
  /** The files being loaded, from the entry file inwards, each with the include that led to it. */
  readonly stack: { readonly id: string; readonly includedAt: Span | undefined }[];
}

/** Loads an entry file and what it includes; nothing where the entry file itself cannot be read. */
export function loadWaybills(
  entry: string,
  reader: FileReader,
  report: Report,
  parseFile: ParseFile = parse,
): readonly Parsed[] {
  const context: Context = { reader, report, parse: parseFile, loaded: new Map(), stack: [] };
  const here: Span = { file: createSourceFile(entry, ""), start: 0, end: 0 };
  const result = reader.read(entry);
  if (result.kind === "text") load(entry, result, undefined, context);
  else reportUnread(entry, result, here, report);
  return [...context.loaded.values()];
}

type TextResult = Extract<ReadResult, { kind: "text" }>;

function load(path: string, { text, id }: TextResult, includedAt: Span | undefined, context: Context): void {
  context.stack.push({ id, includedAt });
  const parsed = context.parse(createSourceFile(path, text));
  for (const include of parsed.tree.includes) follow(path, include, context);
  context.stack.pop();
  // A Map keeps the order of insertion, and a file is inserted after what it includes.
  context.loaded.set(id, parsed);
}

function follow(from: string, include: TextNode, context: Context): void {
  const { report, reader, stack, loaded } = context;
  if (!isIncludePath(include.text)) return report("include-path", include.span, { path: include.text });
  const path = joinPath(from, include.text);
  const result = reader.read(path);
  if (result.kind !== "text") return reportUnread(include.text, result, include.span, report);
  const cycleStart = stack.findIndex((file) => file.id === result.id);
  if (cycleStart >= 0) {
    const next = stack[cycleStart + 1]?.includedAt;
    const labels = next === undefined ? [] : [{ span: next, text: "which leads back from here" }];
    return report("include-cycle", include.span, { path: include.text }, labels);
  }
  if (loaded.has(result.id)) return;
  if (loaded.size + stack.length > mostIncludes) {
    return report("include-limit", include.span, { limit: mostIncludes });
  }
  load(path, result, include.span, context);
}

function isIncludePath(path: string): boolean {
  const isRelative = !path.startsWith("/") && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(path);
  return isRelative && !/[\\\0]/.test(path) && isWaybillPath(path);
}

function reportUnread(path: string, result: ReadResult, span: Span, report: Report): void {
  switch (result.kind) {
    case "missing": {
      const name = path.slice(path.lastIndexOf("/") + 1);
      return report("include-not-found", span, { path, suggestion: nearest(name, result.siblings) });
    }
    case "outside":
      return report("include-outside", span, { path });
    case "not-utf8":
      return report("file-not-utf8", span, {});
    case "too-large": {
      const [size, limit] = [result.bytes, limits.bytes].map((bytes) => bytes.toLocaleString("en-US"));
      return report("file-too-large", span, { size: size ?? "", limit: limit ?? "" });
    }
    case "unreadable":
      return report("include-unreadable", span, { path, reason: result.reason });
  }
}

/**
 * Takes: a source file. Gives: its YAML as a tree of values with places, or undefined where nothing can be read.
 * Guarantees: no directives, tags, merge keys, second document, duplicate keys or keys that are not text go
 * unreported; aliases are followed, within the limits. Does not know what a waybill looks like.
 */
import { Composer, type CST, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { CommentNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { SourceFile, Span } from "../../source/source-file.ts";
import type { DocumentMap, DocumentPair, DocumentScalar, DocumentValue } from "../document/tree.ts";
import { limits } from "../limits.ts";
import { guardedTokens } from "./guard.ts";
import { reportProblems } from "./problems.ts";

/** What a file's YAML holds; the root is undefined where nothing could be read. */
export interface ReadDocument {
  readonly root: DocumentValue | undefined;
  readonly comments: readonly CommentNode[];
}

/** Reads a file's YAML. Once a syntax error was found, the tree is what could still be read. */
export function readDocument(file: SourceFile, report: Report): ReadDocument {
  const guarded = guardedTokens(file, report);
  if (guarded === undefined) return { root: undefined, comments: [] };
  const { tokens, comments } = guarded;
  const secondDocument = tokens.filter((token) => token.type === "document")[1];
  if (secondDocument !== undefined) {
    const start = secondDocument.offset;
    const length = file.text.startsWith("---", start) ? 3 : 1;
    report("yaml-documents", { file, start, end: start + length }, {});
    return { root: undefined, comments };
  }
  return { root: compose(tokens, file, report), comments };
}

function compose(tokens: readonly CST.Token[], file: SourceFile, report: Report): DocumentValue | undefined {
  const composer = new Composer({
    schema: "core",
    version: "1.2",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: false,
  });
  const [document] = composer.compose(tokens, true, file.text.length);
  if (document === undefined) return undefined;
  const hasProblems = reportProblems(document, file, report);
  const context: Context = {
    file,
    // What a syntax error left behind is not judged.
    report: hasProblems ? () => {} : report,
    anchors: new Map(),
    nodes: 0,
    isFull: false,
  };
  return isNode(document.contents) ? build(document.contents, 1, context)?.value : undefined;
}

interface Context {
  readonly file: SourceFile;
  readonly report: Report;
  readonly anchors: Map<string, Built>;
  nodes: number;
  isFull: boolean;
}

/** A value with the number of values in it and the number of its levels; a scalar has none. */
interface Built {
  readonly value: DocumentValue;
  readonly size: number;
  readonly height: number;
}

function build(node: Node, level: number, context: Context): Built | undefined {
  if (isAlias(node)) return follow(node.source, spanOf(node, context), level, context);
  reportTag(node, context);
  if (!count(1, node, context)) return undefined;
  const built = buildValue(node, level, context);
  if (built !== undefined && "anchor" in node && typeof node.anchor === "string") {
    context.anchors.set(node.anchor, built);
  }
  return built;
}

function buildValue(node: Node, level: number, context: Context): Built | undefined {
  if (level > limits.depth && !isScalar(node)) {
    context.report("nesting-too-deep", spanOf(node, context), { limit: limits.depth });
    return undefined;
  }
  if (isMap(node)) return buildMap(node.items, node, level, context);
  if (isSeq(node)) {
    const items = node.items.map((item) => (isNode(item) ? build(item, level + 1, context) : undefined));
    return collection(items, (values) => ({ kind: "list", span: spanOf(node, context), items: values }));
  }
  return { value: scalarOf(node, context), size: 1, height: 0 };
}

function buildMap(items: readonly Pair[], node: Node, level: number, context: Context): Built {
  const pairs: DocumentPair[] = [];
  const firsts = new Map<string, DocumentScalar>();
  const values: (Built | undefined)[] = [];
  for (const item of items) {
    const key = keyOf(item, context);
    if (key === undefined) continue;
    const first = firsts.get(key.text);
    if (first !== undefined) {
      const labels = [{ span: first.span, text: "first written here" }];
      context.report("duplicate-key", key.span, { key: key.text }, labels);
      continue;
    }
    firsts.set(key.text, key);
    const built = isNode(item.value) ? build(item.value, level + 1, context) : emptyAfter(key);
    values.push(built);
    if (built !== undefined) pairs.push({ key, value: built.value });
  }
  return collection(values, (): DocumentMap => ({ kind: "map", span: spanOf(node, context), pairs }));
}

function collection(
  built: readonly (Built | undefined)[],
  make: (values: readonly DocumentValue[]) => DocumentValue,
): Built {
  const parts = built.filter((part) => part !== undefined);
  return {
    value: make(parts.map((part) => part.value)),
    size: parts.reduce((sum, part) => sum + part.size, 1),
    height: parts.reduce((most, part) => Math.max(most, part.height), 0) + 1,
  };
}

function keyOf(pair: Pair, context: Context): DocumentScalar | undefined {
  const node = pair.key;
  if (!isNode(node)) return undefined;
  const span = spanOf(node, context);
  if (!isScalar(node)) {
    const found = isMap(node) ? "a mapping" : isSeq(node) ? "a list" : "an alias";
    context.report("yaml-key", span, { found, advice: "Quote it where it is a name" });
    return undefined;
  }
  reportTag(node, context);
  const key = scalarOf(node, context);
  if (key.text === "<<" && node.type === "PLAIN") {
    context.report("yaml-merge-key", span, {});
    return undefined;
  }
  if (key.value === null && key.text === "") {
    context.report("yaml-key", span, { found: "empty", advice: "Write the key before the colon" });
    return undefined;
  }
  return key;
}

function follow(alias: string, span: Span, level: number, context: Context): Built | undefined {
  const target = context.anchors.get(alias);
  if (target === undefined) {
    const near = nearest(alias, context.anchors.keys());
    context.report("yaml-alias", span, {
      alias: `*${alias}`,
      anchor: `&${alias}`,
      suggestion: near && `*${near}`,
    });
    return undefined;
  }
  if (level + target.height - 1 > limits.depth) {
    context.report("nesting-too-deep", span, { limit: limits.depth });
    return undefined;
  }
  return countAt(target.size, span, context) ? target : undefined;
}

function count(size: number, node: Node, context: Context): boolean {
  return countAt(size, spanOf(node, context), context);
}

function countAt(size: number, span: Span, context: Context): boolean {
  context.nodes += size;
  if (context.nodes <= limits.nodes) return true;
  if (!context.isFull) {
    context.isFull = true;
    const limit = limits.nodes.toLocaleString("en-US");
    context.report("file-too-complex", span, { limit, unit: "values, aliases followed" });
  }
  return false;
}

const standardTags = /^tag:yaml\.org,2002:(?:str|map|seq)$/;

function reportTag(node: Node, context: Context): void {
  if (node.tag === undefined || standardTags.test(node.tag)) return;
  const tag = node.tag.replace("tag:yaml.org,2002:", "!!");
  const value = spanOf(node, context);
  // The library gives no place for a tag; it stands before its value.
  const start = value.file.text.lastIndexOf(tag, value.start);
  const span = start < 0 ? value : { ...value, start, end: start + tag.length };
  context.report("yaml-tag", span, { tag });
}

function scalarOf(node: Node, context: Context): DocumentScalar {
  const span = spanOf(node, context);
  if (!isScalar(node)) return { kind: "scalar", span, value: null, text: "" };
  const { value } = node;
  const form = formOf(node.type);
  if (typeof value === "string") return { kind: "scalar", span, value, text: value, form };
  const text = node.source ?? "";
  const isKnown = typeof value === "number" || typeof value === "boolean";
  return { kind: "scalar", span, value: isKnown ? value : null, text, form };
}

function formOf(type: string | undefined): NonNullable<DocumentScalar["form"]> {
  switch (type) {
    case "QUOTE_SINGLE":
      return "single";
    case "QUOTE_DOUBLE":
      return "double";
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return "block";
    default:
      return "plain";
  }
}

function emptyAfter(key: DocumentScalar): Built {
  const span = { ...key.span, start: key.span.end };
  return { value: { kind: "scalar", span, value: null, text: "" }, size: 1, height: 0 };
}

function spanOf(node: Node, { file }: Context): Span {
  const [start, end] = node.range ?? [0, 0];
  // A block scalar's range includes the line break after it, see `docs/architecture.md`.
  return { file, start, end: start + file.text.slice(start, end).trimEnd().length };
}

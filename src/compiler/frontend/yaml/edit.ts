import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from "yaml";

/** Plain data that YAML can hold. */
export type PlainValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** A change of a YAML text: the value that a path of keys and indexes leads to from now on. */
export interface YamlEdit {
  readonly path: readonly (string | number)[];
  readonly value: PlainValue;
}

// Nothing is folded: a text stays on the line that it has.
const layout = { lineWidth: 0 } as const;

/**
 * Returns a YAML text with changes. What no change names keeps its bytes; inside of what changes, comments and
 * whatever stays the same are kept.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const document = parseDocument(text, { intAsBigInt: true });
  if (edits.some(({ path }) => !isBlock(document.getIn(path.slice(0, -1), true)))) {
    return rewriteAll(document, edits);
  }
  const splices = edits.map((edit, order) => ({ ...spliceOf(edit, document, text), order }));
  splices.sort((a, b) => b.start - a.start || b.order - a.order);
  return splices.reduce((edited, { start, end, insert }) => {
    return edited.slice(0, start) + insert + edited.slice(end);
  }, text);
}

function isBlock(container: unknown): container is YAMLMap {
  return isMap(container) && container.flow !== true;
}

/** Between braces there is no line to put a member on: the file is laid out anew. */
function rewriteAll(document: Document, edits: readonly YamlEdit[]): string {
  for (const { path, value } of edits) {
    const given = document.getIn(path, true);
    const node = changed(isNode(given) ? given : undefined, value, document);
    document.setIn(path, node);
  }
  return document.toString(layout);
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** The change of one member of a block mapping; it is added behind the last one where it is not there. */
function spliceOf({ path, value }: YamlEdit, document: Document, text: string): Splice {
  const container = document.getIn(path.slice(0, -1), true);
  const key = String(path.at(-1));
  if (!isBlock(container)) throw new Error(`no block mapping holds ${path.join(".")}`);
  const pair = container.items.find((item) => isScalar(item.key) && item.key.value === key);
  const first = container.items[0]?.key;
  const indent = indentAt(isNode(first) ? (first.range?.[0] ?? 0) : 0, text);
  const node = changed(isNode(pair?.value) ? pair.value : undefined, value, document);
  const insert = memberText(key, node, text).replaceAll("\n", `\n${indent}`);
  if (pair === undefined) {
    const end = endOf(container, text);
    return { start: end, end, insert: `\n${indent}${insert}` };
  }
  const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const end = isNode(pair.value) ? endOf(pair.value, text) : start;
  return { start, end, insert };
}

/** White space up to the column of an offset: a dash before the first key counts as one. */
function indentAt(offset: number, text: string): string {
  return " ".repeat(offset - (text.lastIndexOf("\n", offset - 1) + 1));
}

/** The end of a node with the comments behind it. */
function endOf(node: Node, text: string): number {
  const [start = 0, , end = start] = node.range ?? [];
  return start + text.slice(start, end).trimEnd().length;
}

function changed(node: Node | undefined, value: PlainValue, document: Document): Node {
  return node !== undefined && adopt(node, value, document) ? node : document.createNode(value);
}

function memberText(key: string, node: Node, text: string): string {
  const document = new Document({});
  document.set(key, node);
  // The library pads brackets and braces alike; a file that pads braces alone gets neither.
  const flowCollectionPadding = /[[{] \S/.test(text) && !/\[\S|(?<!\$)\{[^\s}]/.test(text);
  return document.toString({ ...layout, flowCollectionPadding }).trimEnd();
}

/** Returns a value as YAML text. */
export function yamlText(value: PlainValue): string {
  return stringify(value, layout);
}

/** Makes a node hold a value, with as little change as possible; false where it has to be replaced. */
function adopt(node: Node, value: PlainValue, document: Document): boolean {
  if (isScalar(node) && isScalarValue(value)) {
    if (node.value !== value) node.value = value;
    return true;
  }
  if (isMap(node) && typeof value === "object" && value !== null && !isListValue(value)) {
    const keys = node.items.map(({ key }) => String(isScalar(key) ? key.value : key));
    for (const key of keys) if (!Object.hasOwn(value, key)) node.delete(key);
    for (const [key, member] of Object.entries(value)) {
      const given = node.get(key, true);
      if (!isNode(given) || !adopt(given, member, document)) node.set(key, document.createNode(member));
    }
    return true;
  }
  if (!isSeq(node) || !isListValue(value)) return false;
  node.items.length = Math.min(node.items.length, value.length);
  for (const [index, item] of value.entries()) {
    const given = node.items[index];
    if (!isNode(given) || !adopt(given, item, document)) node.items[index] = document.createNode(item);
  }
  return true;
}

function isListValue(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function isScalarValue(value: PlainValue): value is string | number | bigint | boolean | null {
  return typeof value !== "object" || value === null;
}

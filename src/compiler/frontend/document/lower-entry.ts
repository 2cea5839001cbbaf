import type {
  AttributeItemNode,
  AttributeListNode,
  AttributeNode,
  EventNode,
  ExpressionNode,
  OtherwiseNode,
  TextNode,
  ValueNode,
} from "../../ast/nodes.ts";
import type { Span } from "../../source/source-file.ts";
import { createReader, type LowerContext, type Reader, textOf } from "./reader.ts";
import type { DocumentMap, DocumentValue } from "./tree.ts";

/** Lowers a list of attribute entries; `span` is its key's. Entries with a mistake are left out. */
export function lowerAttributes(
  span: Span,
  list: DocumentValue | undefined,
  context: LowerContext,
): AttributeListNode {
  const items = list?.kind === "list" ? list.items : [];
  return { kind: "AttributeList", span, items: items.flatMap((item) => lowerItem(item, context) ?? []) };
}

/** Lowers an attribute entry or a reference to a set, or returns undefined where there is a mistake in it. */
export function lowerItem(item: DocumentValue, context: LowerContext): AttributeItemNode | undefined {
  if (item.kind === "map" && !context.isTainted(item)) {
    const reader = createReader(item, context);
    const set = reader.value("attribute") === undefined ? textOf(reader.value("set")) : undefined;
    if (set !== undefined) return { kind: "SetReference", span: item.span, set };
  }
  return lowerAttribute(item, context);
}

function lowerAttribute(item: DocumentValue, context: LowerContext): AttributeNode | undefined {
  if (context.isTainted(item) || item.kind === "list") return undefined;
  if (item.kind === "scalar") {
    const name: TextNode = { kind: "Text", span: item.span, text: item.text };
    return attributeNode(item.span, [name]);
  }
  const entry = createReader(item, context);
  const names = entry.value("attribute");
  if (names === undefined) {
    const rename = renameOf(item);
    return rename && attributeNode(item.span, [rename.name], rename.to);
  }
  const nameNodes =
    names.kind === "list" ? names.items.flatMap((name) => textOf(name) ?? []) : [textOf(names)];
  return {
    kind: "Attribute",
    span: item.span,
    names: nameNodes.flatMap((name) => name ?? []),
    to: textOf(entry.value("to")),
    value: entryValue(entry),
    when: entry.expression("when"),
  };
}

function attributeNode(span: Span, names: readonly TextNode[], to?: TextNode): AttributeNode {
  return { kind: "Attribute", span, names, to, value: undefined, when: undefined };
}

function renameOf(
  map: DocumentMap,
): { readonly name: TextNode; readonly to: TextNode | undefined } | undefined {
  const pair = map.pairs[0];
  const name = textOf(pair?.key);
  return name && { name, to: textOf(pair?.value) };
}

function entryValue(entry: Reader): ValueNode | undefined {
  const expression = entry.expression("value");
  if (expression !== undefined) return expression;
  const constant = textOf(entry.value("text"));
  if (constant !== undefined) return { kind: "Constant", span: constant.span, text: constant.text };
  const table = entry.value("lookup");
  if (table?.kind !== "map") return undefined;
  const pairs = table.pairs.flatMap(({ key, value }) => {
    const from = textOf(key);
    const to = textOf(value);
    return from && to ? [{ from, to }] : [];
  });
  return { kind: "Lookup", span: entry.keySpan("lookup"), pairs, otherwise: textOf(entry.value("else")) };
}

/** Lowers an entry of `events` or `screens`, or returns undefined where its own keys have a mistake. */
export function lowerEvent(
  item: DocumentValue,
  nameKey: "event" | "screen",
  context: LowerContext,
): EventNode | undefined {
  if (item.kind === "list" || context.isBroken(item)) return undefined;
  const plain = { kind: "Event", span: item.span, type: undefined, when: undefined } as const;
  const without = { attributes: undefined, newAttributes: undefined };
  if (item.kind === "scalar") {
    const name: TextNode = { kind: "Text", span: item.span, text: item.text };
    return { ...plain, ...without, name, to: undefined };
  }
  const entry = createReader(item, context);
  if (entry.value(nameKey) === undefined) {
    const rename = context.isTainted(item) ? undefined : renameOf(item);
    return rename && { ...plain, ...without, ...rename };
  }
  return lowerLongEvent(item, nameKey, context);
}

function lowerLongEvent(
  item: DocumentMap,
  nameKey: "event" | "screen",
  context: LowerContext,
): EventNode | undefined {
  const entry = createReader(item, context);
  const own = [nameKey, "type", "to", "when"].map((key) => entry.value(key));
  if (own.some((value) => value !== undefined && context.isTainted(value))) return undefined;
  const name = textOf(entry.value(nameKey));
  if (name === undefined) return undefined;
  const attributes = entry.value("attributes");
  return {
    kind: "Event",
    span: item.span,
    name,
    type: textOf(entry.value("type")),
    to: textOf(entry.value("to")),
    when: whenOf(entry),
    attributes: attributes && lowerAttributes(entry.keySpan("attributes"), attributes, context),
    newAttributes: entry.text("new_attributes"),
  };
}

function whenOf(entry: Reader): ExpressionNode | OtherwiseNode | undefined {
  const when = textOf(entry.value("when"));
  return when?.text === "otherwise" ? { kind: "Otherwise", span: when.span } : entry.expression("when");
}

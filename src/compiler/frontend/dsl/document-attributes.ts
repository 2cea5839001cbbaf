/** Attribute entries of the concrete tree, in their long form. */
import type { IToken } from "chevrotain";
import type { Span } from "../../source/source-file.ts";
import type { DocumentList, DocumentValue } from "../document/tree.ts";
import type * as cst from "./cst-types.generated.ts";
import { createMap, type MapBuilder } from "./map-builder.ts";
import { type Place, spanOfNode } from "./place.ts";
import { expressionScalar, lowerWhen, nameOf, namesOf } from "./scalars.ts";

/** An entry, and the keyword that it begins with. */
export interface LoweredItem {
  readonly keyword: IToken | undefined;
  readonly value: DocumentValue;
}

/** Returns the list of the entries; `span` is that of what they stand under. */
export function attributeItems(
  nodes: readonly cst.AttributeItemCstNode[],
  span: Span,
  place: Place,
): DocumentList {
  const items = nodes.flatMap((node) => lowerAttributeItem(node, place)?.value ?? []);
  return { kind: "list", span, items };
}

/** Returns an attribute entry, or a reference to a set. */
export function lowerAttributeItem(
  { children }: cst.AttributeItemCstNode,
  place: Place,
): LoweredItem | undefined {
  const reference = children.setReference?.[0];
  if (reference !== undefined) return lowerReference(reference, place);
  const attribute = children.attribute?.[0];
  return attribute && lowerAttribute(attribute, place);
}

function lowerReference(node: cst.SetReferenceCstNode, place: Place): LoweredItem | undefined {
  const name = nameOf(node.children.name?.[0], place);
  if (name === undefined) return undefined;
  const map = createMap(place);
  const keyword = node.children.setKeyword?.[0];
  map.set(keyword, "set", name);
  return { keyword, value: map.finish(spanOfNode(node, place)) };
}

function lowerAttribute(node: cst.AttributeCstNode, place: Place): LoweredItem | undefined {
  const head = node.children.attributeHead?.[0]?.children;
  const names = namesOf(head?.names?.[0], place);
  const [first, ...others] = names?.items ?? [];
  if (names === undefined || first === undefined) return undefined;
  const map = createMap(place);
  const keyword = head?.attributeKeyword?.[0];
  map.set(keyword, "attribute", others.length === 0 ? first : names);
  const target = head?.target?.[0]?.children;
  map.set(target?.Arrow?.[0], "to", nameOf(target?.name?.[0], place));
  for (const modifier of node.children.modifier ?? []) setModifier(modifier.children, map, place);
  return { keyword, value: map.finish(spanOfNode(node, place)) };
}

function setModifier(children: cst.ModifierCstChildren, map: MapBuilder, place: Place): void {
  for (const { children: parts } of children.value ?? []) {
    map.set(parts.valueKeyword?.[0], "value", expressionScalar(parts.expression?.[0], place));
  }
  for (const { children: parts } of children.constant ?? []) {
    map.set(parts.textKeyword?.[0], "text", nameOf(parts.name?.[0], place));
  }
  for (const { children: parts } of children.when ?? []) {
    map.set(parts.whenKeyword?.[0], "when", lowerWhen(parts, place));
  }
  for (const { children: parts } of children.otherwiseText ?? []) {
    map.set(parts.elseKeyword?.[0], "else", nameOf(parts.name?.[0], place));
  }
  for (const node of children.lookup ?? []) {
    map.set(node.children.lookupKeyword?.[0], "lookup", lowerLookup(node, place));
  }
}

function lowerLookup(node: cst.LookupCstNode, place: Place): DocumentValue {
  const map = createMap(place);
  for (const { children } of node.children.lookupPair ?? []) {
    const [from, to] = (children.name ?? []).map((name) => nameOf(name, place));
    if (from !== undefined && to !== undefined) map.pair(from, to);
  }
  return map.finish(spanOfNode(node, place));
}

import type {
  AttributeItemNode,
  AttributeListNode,
  AttributeNode,
  TextNode,
  ValueNode,
} from "../ast/nodes.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { type BindContext, reportExpression } from "./bind.ts";
import type { MadeKey } from "./output-key.ts";
import type { Attribute, KeyOrigin, Value } from "./program.ts";

/** Makes an output key from the name of an entry without `to`. */
export type MakeKey = (name: string) => MadeKey;

/** Returns the attributes of a list, sets resolved, each with its output key. */
export function bindAttributes(
  list: AttributeListNode | undefined,
  makeKey: MakeKey,
  context: BindContext,
): readonly Attribute[] {
  const items = flatten(list?.items ?? [], [], context);
  return items.flatMap((item) => bindAttribute(item, makeKey, context) ?? []);
}

function flatten(
  items: readonly AttributeItemNode[],
  inside: readonly string[],
  context: BindContext,
): readonly AttributeNode[] {
  return items.flatMap((item) => {
    if (item.kind === "Attribute") return [item];
    return setItems(item.set, inside, context);
  });
}

function setItems(name: TextNode, inside: readonly string[], context: BindContext): readonly AttributeNode[] {
  const { tree, report } = context;
  const set = tree.sets.find((candidate) => candidate.name.text === name.text);
  if (set === undefined) {
    const known = tree.sets.map((candidate) => candidate.name.text);
    report("unknown-set", name.span, { set: name.text, suggestion: nearest(name.text, known) });
    return [];
  }
  if (inside.includes(name.text)) {
    report("set-cycle", name.span, { set: name.text }, [{ span: set.name.span, text: "the set" }]);
    return [];
  }
  return flatten(set.attributes.items, [...inside, name.text], context);
}

function bindAttribute(node: AttributeNode, makeKey: MakeKey, context: BindContext): Attribute | undefined {
  const first = node.names[0];
  if (first === undefined) return undefined;
  const made = node.to === undefined ? makeKey(first.text) : undefined;
  if (made?.key === "") {
    context.report("empty-key", first.span, { name: first.text });
    return undefined;
  }
  return {
    names: namesOf(node),
    key: node.to?.text ?? made?.key ?? "",
    keyFrom: keyOrigin(node, first, made),
    value: bindValue(node, context),
    span: node.span,
  };
}

function keyOrigin(node: AttributeNode, first: TextNode, made: MadeKey | undefined): KeyOrigin {
  if (node.to !== undefined) return { kind: "to", span: node.to.span };
  if (made?.rule !== undefined) return { kind: "rule", rule: made.rule, span: first.span };
  return { kind: "name", span: first.span };
}

/** Returns the names of an entry, each once. */
export function namesOf(node: AttributeNode): readonly string[] {
  return [...new Set(node.names.map((name) => name.text))];
}

/** Returns how an entry makes its value; its expressions are refused. */
export function bindValue(node: AttributeNode, { report }: BindContext): Value {
  if (node.when !== undefined) reportExpression(node.when, report);
  return node.value === undefined ? { kind: "source" } : valueFrom(node.value, report);
}

function valueFrom(node: ValueNode, report: BindContext["report"]): Value {
  switch (node.kind) {
    case "Expression":
      reportExpression(node, report);
      return { kind: "source" };
    case "Constant":
      return { kind: "text", text: node.text };
    case "Lookup": {
      const table = new Map(node.pairs.map(({ from, to }) => [from.text, to.text]));
      return { kind: "lookup", table, otherwise: node.otherwise?.text };
    }
  }
}

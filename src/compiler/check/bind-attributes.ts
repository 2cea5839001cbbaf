import type {
  AttributeItemNode,
  AttributeListNode,
  AttributeNode,
  TextNode,
  ValueNode,
} from "../ast/nodes.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { renameFixes } from "../diagnostics/rename.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Span } from "../source/source-file.ts";
import type { BindContext } from "./bind-context.ts";
import { bindCondition, bindExpression } from "./expressions/bind-expression.ts";
import type { Scope } from "./expressions/scope.ts";
import type { MadeKey, MakeKey } from "./output-key.ts";
import type { Attribute, KeyOrigin, Value } from "./program.ts";
import { setLimits } from "./vocabulary.ts";

/** Where a list of attributes stands: how its keys are made, and what its expressions can read. */
export interface AttributePlace {
  readonly makeKey: MakeKey;
  readonly scope: Scope;
}

/** Returns the attributes of a list, sets resolved, each with its output key. */
export function bindAttributes(
  list: AttributeListNode | undefined,
  place: AttributePlace,
  context: BindContext,
): readonly Attribute[] {
  const items = flatten(list?.items ?? [], undefined, context);
  return items.flatMap((item) => bindAttribute(item, place, context) ?? []);
}

/** An entry, and the reference through which it came into a list. */
interface Item {
  readonly node: AttributeNode;
  readonly through: Span | undefined;
}

/** The sets around a reference, and the outermost reference. */
interface Inside {
  readonly sets: readonly string[];
  readonly through: Span;
}

function flatten(
  items: readonly AttributeItemNode[],
  inside: Inside | undefined,
  context: BindContext,
): readonly Item[] {
  return items.flatMap((item) => {
    if (item.kind === "Attribute") return [{ node: item, through: inside?.through }];
    return setItems(item.set, inside ?? { sets: [], through: item.span }, context);
  });
}

function setItems(name: TextNode, inside: Inside, context: BindContext): readonly Item[] {
  const { tree, report } = context;
  const set = tree.sets.find((candidate) => candidate.name.text === name.text);
  if (set === undefined) {
    const known = tree.sets.map((candidate) => candidate.name.text);
    const suggestion = nearest(name.text, known);
    const fixes = renameFixes(name.span, { word: name.text, suggestion, candidates: known });
    report("unknown-set", name.span, { set: name.text, suggestion }, [], fixes);
    return [];
  }
  // The rule that sets resolve reports a cycle, and sets within sets that go too deep.
  if (inside.sets.includes(name.text) || inside.sets.length >= setLimits.depth) return [];
  if (!hasRoom(set.attributes.items.length, inside.through, context)) return [];
  return flatten(set.attributes.items, { ...inside, sets: [...inside.sets, name.text] }, context);
}

/** Says whether so many more attributes may come from sets, and reports the reference that is the first too many. */
function hasRoom(more: number, through: Span, { expanded, report }: BindContext): boolean {
  const before = expanded.count;
  expanded.count += more;
  if (expanded.count <= setLimits.attributes) return true;
  const limit = setLimits.attributes.toLocaleString("en-US");
  const unit = "attributes, sets followed";
  if (before <= setLimits.attributes) report("file-too-complex", through, { limit, unit });
  return false;
}

function bindAttribute(
  { node, through }: Item,
  { makeKey, scope }: AttributePlace,
  context: BindContext,
): Attribute | undefined {
  const first = node.names[0];
  if (first === undefined) return undefined;
  const made = node.to === undefined ? makeKey(first.text) : undefined;
  if (made?.key === "") {
    context.report("empty-key", first.span, { name: first.text });
    return undefined;
  }
  return {
    names: namesOf(node),
    nameSpans: distinctNames(node).map((name) => name.span),
    key: node.to?.text ?? made?.key ?? "",
    keyFrom: keyOrigin(node, first, made),
    value: bindValue(node.value, scope, context.report),
    when: bindCondition(node.when, scope, context.report),
    span: node.span,
    through,
  };
}

function keyOrigin(node: AttributeNode, first: TextNode, made: MadeKey | undefined): KeyOrigin {
  if (node.to !== undefined) return { kind: "to", span: node.to.span };
  if (made?.rule !== undefined) return { kind: "rule", rule: made.rule, span: first.span };
  return { kind: "name", span: first.span };
}

/** Returns the names of an entry, each once. */
export function namesOf(node: AttributeNode): readonly string[] {
  return distinctNames(node).map((name) => name.text);
}

function distinctNames({ names }: AttributeNode): readonly TextNode[] {
  return names.filter(({ text }, index) => names.findIndex((name) => name.text === text) === index);
}

/** Returns how an entry makes its value; without a value it is that of its source. */
export function bindValue(node: ValueNode | undefined, scope: Scope, report: Report): Value {
  if (node === undefined) return { kind: "source" };
  switch (node.kind) {
    case "Expression": {
      const expression = bindExpression(node, scope, report);
      return expression === undefined ? { kind: "source" } : { kind: "expression", expression };
    }
    case "Constant":
      return { kind: "text", text: node.text };
    case "Lookup": {
      const table = new Map(node.pairs.map(({ from, to }) => [from.text, to.text]));
      const keySpans = node.pairs.map(({ from }) => from.span);
      return { kind: "lookup", table, keySpans, otherwise: node.otherwise?.text };
    }
  }
}

import type { AttributeNode, AttributeSetNode, TextNode } from "../../ast/nodes.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { renameFixes } from "../../diagnostics/rename.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { bindCondition, bindExpression } from "../expressions/bind-expression.ts";
import { scopes } from "../expressions/scope.ts";
import { setLimits } from "../vocabulary.ts";
import type { RuleContext } from "./index.ts";

/**
 * Sets resolve.
 * A set that names one that is not there, or leads back to itself, is a mistake even where nothing uses it.
 */
export function setsResolve({ tree, report }: RuleContext): void {
  const sets = new Map(tree.sets.map((set) => [set.name.text, set]));
  const search: Search = { sets, heights: new Map(), report };
  for (const set of tree.sets) follow(set, [], search);
}

interface Search {
  readonly sets: ReadonlyMap<string, AttributeSetNode>;
  /** How many levels of sets a set has, itself included. */
  readonly heights: Map<AttributeSetNode, number>;
  readonly report: Report;
}

function follow(set: AttributeSetNode, around: readonly AttributeSetNode[], search: Search): number {
  const known = search.heights.get(set);
  if (known !== undefined) return known;
  const path = [...around, set];
  let height = 1;
  for (const item of set.attributes.items) {
    if (item.kind === "Attribute") checkExpressions(item, search.report);
    else height = Math.max(height, 1 + followReference(item.set, path, search));
  }
  search.heights.set(set, height);
  return height;
}

/** Expressions of a set that nothing uses are checked too, as if an event did: there they can read most. */
function checkExpressions({ when, value }: AttributeNode, report: Report): void {
  bindCondition(when, scopes.eventAttribute, report);
  if (value?.kind === "Expression") bindExpression(value, scopes.eventAttribute, report);
}

function followReference(
  { text, span }: TextNode,
  path: readonly AttributeSetNode[],
  search: Search,
): number {
  const { sets, report } = search;
  const target = sets.get(text);
  if (target === undefined) {
    const suggestion = nearest(text, sets.keys());
    const fixes = renameFixes(span, { word: text, suggestion, candidates: sets.keys() });
    report("unknown-set", span, { set: text, suggestion }, [], fixes);
    return 0;
  }
  if (path.includes(target)) {
    report("set-cycle", span, { set: text }, [{ span: target.name.span, text: "the set" }]);
    return 0;
  }
  const isTooDeep = path.length >= setLimits.depth || follow(target, path, search) >= setLimits.depth;
  if (!isTooDeep) return search.heights.get(target) ?? 0;
  report("nesting-too-deep", span, { limit: setLimits.depth });
  return 0;
}

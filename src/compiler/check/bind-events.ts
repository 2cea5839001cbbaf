import type { EventListNode, EventNode } from "../ast/nodes.ts";
import { bindAttributes } from "./bind-attributes.ts";
import { type BindContext, forwards, reportExpression } from "./bind-context.ts";
import { eventKeys } from "./output-key.ts";
import type { EventEntry, EventList } from "./program.ts";

/** Returns the entries of `events` or `screens`. */
export function bindEvents(list: EventListNode | undefined, context: BindContext): EventList {
  return {
    span: list?.span ?? context.fallback,
    entries: (list?.items ?? []).map((node) => bindEvent(node, context)),
  };
}

function bindEvent(node: EventNode, context: BindContext): EventEntry {
  if (node.when?.kind === "Expression") reportExpression(node.when, context.report);
  const to = node.to ?? node.name;
  return {
    name: node.name.text,
    type: node.type?.text,
    to: to.text,
    toSpan: to.span,
    condition: node.when?.kind === "Otherwise" ? "otherwise" : "always",
    attributes: bindAttributes(node.attributes, eventKeys(context.casing), context),
    newAttributes: forwards(node.newAttributes, node.attributes?.span ?? node.span),
    span: node.span,
    nameSpan: node.name.span,
  };
}

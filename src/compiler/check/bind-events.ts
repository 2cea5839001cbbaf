import type { EventListNode, EventNode } from "../ast/nodes.ts";
import { bindAttributes } from "./bind-attributes.ts";
import { type BindContext, forwards } from "./bind-context.ts";
import { bindCondition } from "./expressions/bind-expression.ts";
import { scopes } from "./expressions/scope.ts";
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
  const to = node.to ?? node.name;
  return {
    name: node.name.text,
    type: node.type?.text,
    typeSpan: node.type?.span,
    to: to.text,
    toSpan: to.span,
    condition: bindEventCondition(node.when, context),
    attributes: bindAttributes(
      node.attributes,
      { makeKey: eventKeys(context.casing), scope: scopes.eventAttribute },
      context,
    ),
    newAttributes: forwards(node.newAttributes, node.attributes?.span ?? node.span),
    span: node.span,
    nameSpan: node.name.span,
  };
}

function bindEventCondition(when: EventNode["when"], { report }: BindContext): EventEntry["condition"] {
  if (when?.kind === "Otherwise") return "otherwise";
  return bindCondition(when, scopes.event, report) ?? "always";
}

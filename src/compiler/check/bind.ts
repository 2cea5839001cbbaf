/**
 * Takes: the merged tree. Gives: a Program with every default filled in.
 * Guarantees: a Program exists even for a broken tree; what could not be resolved is left out after its diagnostic.
 */
import type { ErrorNode, TextListNode, WaybillNode } from "../ast/nodes.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { DataPlan } from "../plan/data-plan.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { type BindContext, forwards, setting, textOf } from "./bind-context.ts";
import { bindDelivery } from "./bind-delivery.ts";
import { bindEvents } from "./bind-events.ts";
import { bindProfile } from "./bind-profile.ts";
import { bindCondition } from "./expressions/bind-expression.ts";
import { scopes } from "./expressions/scope.ts";
import type { Casing, Defined, DefinedList, Program, Setting, SourceSettings } from "./program.ts";
import { allPlatforms } from "./vocabulary.ts";

/** Returns the Program of a merged tree; the last of `files` is the entry file. */
export function bind(
  files: readonly SourceFile[],
  tree: WaybillNode,
  plan: DataPlan | undefined,
  report: Report,
): Program {
  const entry = files.at(-1) ?? tree.span.file;
  const fallback: Span = { file: entry, start: 0, end: 0 };
  const casing = bindCasing(tree);
  const defined = bindDefined(tree);
  const context: BindContext = { tree, report, fallback, casing, defined, expanded: { count: 0 } };
  const name = textOf(tree.name);
  if (tree.name === undefined)
    report("missing-name", { ...fallback, end: Math.min(1, entry.text.length) }, {});
  return {
    name: name ?? "",
    description: textOf(tree.description),
    entry,
    files,
    span: fallback,
    delivery: bindDelivery(name ?? "", context),
    source: bindSource(context),
    casing,
    defined,
    profile: bindProfile(context),
    events: bindEvents(tree.events, context),
    screens: bindEvents(tree.screens, context),
    newEvents: forwards(tree.newEvents, (tree.events ?? tree.screens)?.span ?? fallback),
    plan,
  };
}

function bindSource({ tree: { source }, fallback, report }: BindContext): SourceSettings {
  const at = source?.span ?? fallback;
  const users = setting<"logged_in" | "all">(source?.users, "logged_in", at);
  return {
    platforms: listSetting(source?.platforms, allPlatforms, at),
    environments: listSetting(source?.environments, ["production"], at),
    users,
    loginIdentities: listSetting(source?.loginIdentities, ["customer_id"], users.span),
    names: setting<"exact" | "ignore_case">(source?.names, "exact", at).value,
    loopPartners: listSetting(source?.loopPartners, ["SessionM"], at),
    replays: setting<"drop" | "forward">(source?.replays, "drop", at),
    when: bindCondition(source?.when, scopes.batch, report),
  };
}

function listSetting(
  node: TextListNode | ErrorNode | undefined,
  standard: readonly string[],
  at: Span,
): Setting<readonly string[]> {
  if (node?.kind !== "TextList") return { value: standard, span: node?.span ?? at };
  return { value: [...new Set(node.items.map((item) => item.text))], span: node.span };
}

function bindCasing({ casing, span }: WaybillNode): Casing {
  return {
    userAttributes: setting<Casing["userAttributes"]>(casing?.userAttributes, "preserve", span).value,
    eventAttributes: setting<Casing["eventAttributes"]>(casing?.eventAttributes, "preserve", span).value,
    rules: (casing?.rules ?? []).map((rule) => ({
      match: rule.match.text,
      to: rule.to.text,
      span: rule.span,
      toSpan: rule.to.span,
    })),
  };
}

function bindDefined({ sessionm }: WaybillNode): Defined {
  return { events: definedList(sessionm?.events), attributes: definedList(sessionm?.attributes) };
}

function definedList(node: TextListNode | ErrorNode | undefined): DefinedList | undefined {
  return node?.kind === "TextList" ? { span: node.span, items: node.items } : undefined;
}

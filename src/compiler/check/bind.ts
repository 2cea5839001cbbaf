/**
 * Takes: the merged tree. Gives: a Program with every default filled in.
 * Guarantees: a Program exists even for a broken tree; what could not be resolved is left out after its diagnostic.
 */
import type { ErrorNode, TextListNode, TextOrError, WaybillNode } from "../ast/nodes.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { bindDelivery } from "./bind-delivery.ts";
import { bindEvents } from "./bind-events.ts";
import { bindProfile } from "./bind-profile.ts";
import type { Casing, Defined, DefinedList, Program, Setting, SourceSettings } from "./program.ts";
import { allPlatforms } from "./vocabulary.ts";

/** What binding needs everywhere. */
export interface BindContext {
  readonly tree: WaybillNode;
  readonly report: Report;
  /** The entry file's first line: decides what nothing else does. */
  readonly fallback: Span;
  readonly casing: Casing;
  readonly defined: Defined;
}

/** Returns the Program of a merged tree; the last of `files` is the entry file. */
export function bind(files: readonly SourceFile[], tree: WaybillNode, report: Report): Program {
  const entry = files.at(-1) ?? tree.span.file;
  const fallback: Span = { file: entry, start: 0, end: 0 };
  const casing = bindCasing(tree);
  const defined = bindDefined(tree);
  const context: BindContext = { tree, report, fallback, casing, defined };
  const name = textOf(tree.name);
  if (tree.name === undefined)
    report("missing-name", { ...fallback, end: Math.min(1, entry.text.length) }, {});
  if (tree.source?.when !== undefined) reportExpression(tree.source.when, report);
  return {
    name: name ?? "",
    description: textOf(tree.description),
    entry,
    files,
    span: fallback,
    delivery: bindDelivery(name ?? "", context),
    source: bindSource(tree, fallback),
    casing,
    defined,
    profile: bindProfile(context),
    events: bindEvents(tree.events, context),
    screens: bindEvents(tree.screens, context),
    newEvents: forwards(tree.newEvents, (tree.events ?? tree.screens)?.span ?? fallback),
  };
}

/** Returns the text of a node that has one. */
export function textOf(node: TextOrError | undefined): string | undefined {
  return node?.kind === "Text" ? node.text : undefined;
}

/** Returns a keyword setting, or its default at the place where it would stand. */
export function setting<T extends string>(node: TextOrError | undefined, standard: T, at: Span): Setting<T> {
  // The shape check has compared the text with the keywords of this setting.
  return { value: (textOf(node) as T | undefined) ?? standard, span: node?.span ?? at };
}

/** Returns a `drop | forward` setting as a boolean. */
export function forwards(node: TextOrError | undefined, at: Span): Setting<boolean> {
  const { value, span } = setting(node, "drop", at);
  return { value: value !== "drop", span };
}

/** Reports an expression: until they can be compiled, they are kept as text and refused. */
export function reportExpression(
  node: { readonly key: "when" | "value"; readonly span: Span },
  report: Report,
) {
  const advice =
    node.key === "value"
      ? "Use `text` or `lookup`, or leave it out"
      : "Leave it out; on an event, `when: otherwise` can be used";
  report("expression-not-supported", node.span, { key: node.key, advice });
}

function bindSource({ source }: WaybillNode, fallback: Span): SourceSettings {
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

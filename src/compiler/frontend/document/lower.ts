/**
 * Takes: a document whose shape was checked, of either syntax. Gives: the tree of a waybill.
 * Guarantees: what the shape check marked becomes an ErrorNode or is left out; nothing else is judged here.
 */
import type {
  AttributeSetNode,
  CasingNode,
  CasingRuleNode,
  ConnectionNode,
  EventListNode,
  SessionmNode,
  SourceNode,
  TextNode,
  WaybillNode,
} from "../../ast/nodes.ts";
import { lowerAttributes, lowerEvent } from "./lower-entry.ts";
import { lowerProfile } from "./lower-profile.ts";
import { createReader, type LowerContext, type Reader, textOf } from "./reader.ts";
import type { DocumentMap, DocumentValue } from "./tree.ts";

/** Lowers a file's root mapping. */
export function lowerWaybill(root: DocumentMap, context: LowerContext): WaybillNode {
  const file = createReader(root, context);
  const section = <T>(key: string, lower: (reader: Reader, context: LowerContext) => T): T | undefined => {
    const value = file.value(key);
    if (value?.kind !== "map") return undefined;
    return lower({ ...createReader(value, context), span: file.keySpan(key) }, context);
  };
  return {
    kind: "Waybill",
    span: root.span,
    name: file.text("name"),
    description: file.text("description"),
    includes: lowerIncludes(file.value("include"), context),
    connection: section("connection", lowerConnection),
    source: section("source", lowerSource),
    sessionm: section("sessionm", lowerSessionm),
    casing: section("casing", lowerCasing),
    sets: lowerSets(file.value("attribute_sets"), context),
    profile: section("profile", lowerProfile),
    events: lowerEvents(file, "events", context),
    screens: lowerEvents(file, "screens", context),
    newEvents: file.text("new_events"),
    comments: [],
  };
}

function lowerIncludes(value: DocumentValue | undefined, context: LowerContext): readonly TextNode[] {
  if (value?.kind !== "list") return [];
  return value.items.flatMap((item) => (context.isTainted(item) ? [] : (textOf(item) ?? [])));
}

function lowerConnection(section: Reader): ConnectionNode {
  return {
    kind: "Connection",
    span: section.span,
    host: section.text("host"),
    apiKey: section.text("api_key"),
    apiSecret: section.text("api_secret"),
  };
}

function lowerSource(section: Reader): SourceNode {
  return {
    kind: "Source",
    span: section.span,
    dataPlan: section.text("data_plan"),
    platforms: section.texts("platforms"),
    environments: section.texts("environments"),
    users: section.text("users"),
    loginIdentities: section.texts("login_identities"),
    names: section.text("names"),
    loopPartners: section.texts("loop_partners"),
    replays: section.text("replays"),
    when: section.expression("when"),
  };
}

function lowerSessionm(section: Reader): SessionmNode {
  return {
    kind: "Sessionm",
    span: section.span,
    events: section.texts("events"),
    attributes: section.texts("attributes"),
  };
}

function lowerCasing(section: Reader, context: LowerContext): CasingNode {
  const rules = section.value("rules");
  return {
    kind: "Casing",
    span: section.span,
    userAttributes: section.text("user_attributes"),
    eventAttributes: section.text("event_attributes"),
    rules: rules?.kind === "list" ? rules.items.flatMap((item) => lowerRule(item, context)) : [],
  };
}

function lowerRule(item: DocumentValue, context: LowerContext): readonly CasingRuleNode[] {
  if (item.kind !== "map" || context.isTainted(item)) return [];
  const rule = createReader(item, context);
  const match = textOf(rule.value("match"));
  const to = textOf(rule.value("to"));
  return match && to ? [{ kind: "CasingRule", span: item.span, match, to }] : [];
}

function lowerSets(value: DocumentValue | undefined, context: LowerContext): readonly AttributeSetNode[] {
  if (value?.kind !== "map") return [];
  return value.pairs.map(({ key, value: list }) => ({
    kind: "AttributeSet",
    span: key.span,
    name: { kind: "Text", span: key.span, text: key.text },
    attributes: lowerAttributes(key.span, list, context),
  }));
}

function lowerEvents(
  file: Reader,
  key: "events" | "screens",
  context: LowerContext,
): EventListNode | undefined {
  const list = file.value(key);
  if (list?.kind !== "list") return undefined;
  const nameKey = key === "events" ? "event" : "screen";
  const items = list.items.flatMap((item) => lowerEvent(item, nameKey, context) ?? []);
  return { kind: "EventList", span: file.keySpan(key), items };
}

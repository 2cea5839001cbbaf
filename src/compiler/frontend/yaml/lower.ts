/**
 * Takes: a YAML tree whose shape was checked. Gives: the tree of a waybill.
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
import { createReader, type Reader, textOf } from "./reader.ts";
import type { Shape } from "./shape.ts";
import type { YamlMap, YamlValue } from "./tree.ts";

/** Lowers a file's root mapping. */
export function lowerWaybill(root: YamlMap, shape: Shape): WaybillNode {
  const file = createReader(root, shape);
  const section = <T>(key: string, lower: (reader: Reader, shape: Shape) => T): T | undefined => {
    const value = file.value(key);
    if (value?.kind !== "map") return undefined;
    return lower({ ...createReader(value, shape), span: file.keySpan(key) }, shape);
  };
  return {
    kind: "Waybill",
    span: root.span,
    name: file.text("name"),
    description: file.text("description"),
    includes: lowerIncludes(file.value("include"), shape),
    connection: section("connection", lowerConnection),
    source: section("source", lowerSource),
    sessionm: section("sessionm", lowerSessionm),
    casing: section("casing", lowerCasing),
    sets: lowerSets(file.value("attribute_sets"), shape),
    profile: section("profile", lowerProfile),
    events: lowerEvents(file, "events", shape),
    screens: lowerEvents(file, "screens", shape),
    newEvents: file.text("new_events"),
    comments: [],
  };
}

function lowerIncludes(value: YamlValue | undefined, shape: Shape): readonly TextNode[] {
  if (value?.kind !== "list") return [];
  return value.items.flatMap((item) => (shape.isTainted(item) ? [] : (textOf(item) ?? [])));
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

function lowerCasing(section: Reader, shape: Shape): CasingNode {
  const rules = section.value("rules");
  return {
    kind: "Casing",
    span: section.span,
    userAttributes: section.text("user_attributes"),
    eventAttributes: section.text("event_attributes"),
    rules: rules?.kind === "list" ? rules.items.flatMap((item) => lowerRule(item, shape)) : [],
  };
}

function lowerRule(item: YamlValue, shape: Shape): readonly CasingRuleNode[] {
  if (item.kind !== "map" || shape.isTainted(item)) return [];
  const rule = createReader(item, shape);
  const match = textOf(rule.value("match"));
  const to = textOf(rule.value("to"));
  return match && to ? [{ kind: "CasingRule", span: item.span, match, to }] : [];
}

function lowerSets(value: YamlValue | undefined, shape: Shape): readonly AttributeSetNode[] {
  if (value?.kind !== "map") return [];
  return value.pairs.map(({ key, value: list }) => ({
    kind: "AttributeSet",
    span: key.span,
    name: { kind: "Text", span: key.span, text: key.text },
    attributes: lowerAttributes(key.span, list, shape),
  }));
}

function lowerEvents(file: Reader, key: "events" | "screens", shape: Shape): EventListNode | undefined {
  const list = file.value(key);
  if (list?.kind !== "list") return undefined;
  const nameKey = key === "events" ? "event" : "screen";
  const items = list.items.flatMap((item) => lowerEvent(item, nameKey, shape) ?? []);
  return { kind: "EventList", span: file.keySpan(key), items };
}

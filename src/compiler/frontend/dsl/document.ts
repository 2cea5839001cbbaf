/**
 * Takes: the concrete syntax tree of a file. Gives: the file as a document, as if it had been written in YAML.
 * Guarantees: a document also for a tree with holes, where what could not be read is left out; what is said twice is
 * reported. Judges no names.
 */

import type { DocumentMap, DocumentScalar, DocumentValue } from "../document/tree.ts";
import type * as cst from "./cst-types.generated.ts";
import { attributeItems, lowerAttributeItem } from "./document-attributes.ts";
import { lowerProfile } from "./document-profile.ts";
import { createMap, type MapBuilder } from "./map-builder.ts";
import { type Place, spanOfNode } from "./place.ts";
import { lowerWhen, nameOf, namesOf, scalarOf, textScalar, tokenOf } from "./scalars.ts";
import { setList, setWord } from "./word-setting.ts";

/** Returns the document of a file. */
export function documentOf(
  { children }: cst.FileCstNode,
  place: Place,
  root: DocumentMap["span"],
): DocumentMap {
  const map = createMap(place);
  const header = children.header?.[0]?.children;
  const version = tokenOf(header?.NumberLiteral);
  if (version !== undefined) {
    const { image } = version;
    map.set(header?.waybillKeyword?.[0], "waybill", {
      ...scalarOf(version, image, place),
      value: Number(image),
    });
  }
  map.set(header?.waybillKeyword?.[0], "name", nameOf(header?.name?.[0], place));
  for (const statement of children.statement ?? []) addStatement(statement.children, map, place);
  return map.finish(root);
}

function addStatement(children: cst.StatementCstChildren, map: MapBuilder, place: Place): void {
  const { description, include, connection, source, sessionm, casing } = children;
  for (const { children: parts } of description ?? []) {
    map.set(parts.descriptionKeyword?.[0], "description", textScalar(parts.Text?.[0], place));
  }
  for (const { children: parts } of include ?? []) {
    for (const path of parts.Text ?? [])
      map.add(parts.includeKeyword?.[0], "include", textScalar(path, place));
  }
  for (const node of connection ?? [])
    map.set(node.children.connectionKeyword?.[0], "connection", connectionOf(node, place));
  for (const node of source ?? []) map.set(node.children.sourceKeyword?.[0], "source", sourceOf(node, place));
  for (const node of sessionm ?? [])
    map.set(node.children.sessionmKeyword?.[0], "sessionm", sessionmOf(node, place));
  for (const node of casing ?? []) map.set(node.children.casingKeyword?.[0], "casing", casingOf(node, place));
  addEntries(children, map, place);
}

function addEntries(children: cst.StatementCstChildren, map: MapBuilder, place: Place): void {
  for (const node of children.attributeSet ?? []) addSet(node, map, place);
  for (const node of children.profile ?? []) {
    map.set(
      node.children.profileHead?.[0]?.children.profileKeyword?.[0],
      "profile",
      lowerProfile(node, place),
    );
  }
  for (const node of children.event ?? []) {
    const head = node.children.eventHead?.[0]?.children;
    map.add(head?.eventKeyword?.[0], "events", eventOf("event", head?.eventKeyword?.[0], node, head, place));
  }
  for (const node of children.screen ?? []) {
    const head = node.children.screenHead?.[0]?.children;
    map.add(
      head?.screenKeyword?.[0],
      "screens",
      eventOf("screen", head?.screenKeyword?.[0], node, head, place),
    );
  }
  for (const { children: parts } of children.newEvents ?? []) {
    map.set(parts.new_eventsKeyword?.[0], "new_events", nameOf(parts.name?.[0], place));
  }
}

function addSet({ children }: cst.AttributeSetCstNode, map: MapBuilder, place: Place): void {
  const reference = children.setReference?.[0]?.children;
  const name = nameOf(reference?.name?.[0], place);
  if (name === undefined) return;
  const list = attributeItems(children.attributeItem ?? [], name.span, place);
  map.within(reference?.setKeyword?.[0], "attribute_sets").pair(name, list);
}

function connectionOf(node: cst.ConnectionCstNode, place: Place): DocumentValue {
  const map = createMap(place);
  for (const { children } of node.children.connectionSetting ?? []) {
    const { hostKeyword, api_keyKeyword, api_secretKeyword, EnvironmentReference, Text } = children;
    const keyword = tokenOf(hostKeyword ?? api_keyKeyword ?? api_secretKeyword);
    const reference = tokenOf(EnvironmentReference);
    const value =
      reference === undefined ? textScalar(Text?.[0], place) : scalarOf(reference, reference.image, place);
    map.set(keyword, keyword?.image ?? "", value);
  }
  return map.finish(spanOfNode(node, place));
}

function sourceOf(node: cst.SourceCstNode, place: Place): DocumentValue {
  const map = createMap(place);
  for (const { children } of node.children.sourceSetting ?? []) {
    for (const { children: parts } of children.dataPlan ?? []) {
      map.set(parts.data_planKeyword?.[0], "data_plan", textScalar(parts.Text?.[0], place));
    }
    for (const { children: parts } of children.users ?? []) {
      map.set(parts.usersKeyword?.[0], "users", nameOf(parts.name?.[0], place));
      if (parts.byKeyword !== undefined) {
        map.set(parts.byKeyword[0], "login_identities", namesOf(parts.names?.[0], place));
      }
    }
    for (const setting of children.listSetting ?? []) setList(setting, map, place);
    for (const setting of children.wordSetting ?? []) setWord(setting, map, place);
    for (const { children: parts } of children.when ?? []) {
      map.set(parts.whenKeyword?.[0], "when", lowerWhen(parts, place));
    }
  }
  return map.finish(spanOfNode(node, place));
}

function sessionmOf(node: cst.SessionmCstNode, place: Place): DocumentValue {
  const map = createMap(place);
  for (const setting of node.children.listSetting ?? []) setList(setting, map, place);
  return map.finish(spanOfNode(node, place));
}

function casingOf(node: cst.CasingCstNode, place: Place): DocumentValue {
  const map = createMap(place);
  for (const { children } of node.children.casingSetting ?? []) {
    for (const setting of children.wordSetting ?? []) setWord(setting, map, place);
    for (const rule of children.rule ?? []) {
      const [match, to] = rule.children.name ?? [];
      const pairs = createMap(place);
      pairs.set(rule.children.ruleKeyword?.[0], "match", nameOf(match, place));
      pairs.set(rule.children.Arrow?.[0], "to", nameOf(to, place));
      map.add(rule.children.ruleKeyword?.[0], "rules", pairs.finish(spanOfNode(rule, place)));
    }
  }
  return map.finish(spanOfNode(node, place));
}

type EventParts = cst.EventHeadCstChildren | cst.ScreenHeadCstChildren | undefined;

function eventOf(
  key: "event" | "screen",
  keyword: Parameters<MapBuilder["set"]>[0],
  node: cst.EventCstNode | cst.ScreenCstNode,
  head: EventParts,
  place: Place,
): DocumentValue | undefined {
  const name: DocumentScalar | undefined = nameOf(head?.name?.[0], place);
  if (name === undefined) return undefined;
  const map = createMap(place);
  map.set(keyword, key, name);
  const target = head?.target?.[0]?.children;
  map.set(target?.Arrow?.[0], "to", nameOf(target?.name?.[0], place));
  for (const { children } of node.children.eventSetting ?? []) {
    for (const setting of children.wordSetting ?? []) setWord(setting, map, place);
    for (const { children: parts } of children.when ?? []) {
      map.set(parts.whenKeyword?.[0], "when", lowerWhen(parts, place));
    }
    for (const item of children.attributeItem ?? []) {
      const lowered = lowerAttributeItem(item, place);
      if (lowered !== undefined) map.add(lowered.keyword, "attributes", lowered.value);
    }
  }
  return map.finish(spanOfNode(node, place));
}

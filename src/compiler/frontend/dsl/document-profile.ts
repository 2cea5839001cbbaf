/** The profile of the concrete tree. */
import type { DocumentValue } from "../document/tree.ts";
import type * as cst from "./cst-types.generated.ts";
import { lowerAttributeItem } from "./document-attributes.ts";
import { createMap, type MapBuilder } from "./map-builder.ts";
import { type Place, spanOfNode } from "./place.ts";
import { lowerWhen, nameOf, scalarOf, tokenOf } from "./scalars.ts";
import { setWord } from "./word-setting.ts";

/** Returns the profile as a mapping. */
export function lowerProfile(node: cst.ProfileCstNode, place: Place): DocumentValue {
  const map = createMap(place);
  const head = node.children.profileHead?.[0]?.children;
  map.set(head?.byKeyword?.[0], "external_id", nameOf(head?.name?.[0], place));
  for (const setting of node.children.profileSetting ?? []) addSetting(setting.children, map, place);
  return map.finish(spanOfNode(node, place));
}

function addSetting(children: cst.ProfileSettingCstChildren, map: MapBuilder, place: Place): void {
  for (const node of children.identity ?? []) addIdentity(node, map, place);
  for (const { children: parts } of children.reservedFields ?? []) {
    map.set(parts.reserved_fieldsKeyword?.[0], "reserved_fields", reservedFieldsOf(parts, place));
  }
  for (const item of children.attributeItem ?? []) {
    const lowered = lowerAttributeItem(item, place);
    if (lowered !== undefined) map.add(lowered.keyword, "attributes", lowered.value);
  }
  for (const setting of children.wordSetting ?? []) setWord(setting, map, place);
  for (const node of children.missingUsers ?? []) {
    map.set(node.children.missing_usersKeyword?.[0], "missing_users", missingUsersOf(node, place));
  }
  for (const { children: parts } of children.when ?? []) {
    map.set(parts.whenKeyword?.[0], "when", lowerWhen(parts, place));
  }
}

function addIdentity({ children }: cst.IdentityCstNode, map: MapBuilder, place: Place): void {
  const type = nameOf(children.name?.[0], place);
  const target = children.identityTarget?.[0];
  const value = target && targetOf(target, place);
  if (type !== undefined && value !== undefined)
    map.within(children.identityKeyword?.[0], "identities").pair(type, value);
}

function targetOf(node: cst.IdentityTargetCstNode, place: Place): DocumentValue | undefined {
  const { attributeKeyword, identifierKeyword, replacesKeyword, replaced, name } = node.children;
  const given = nameOf(name?.[0], place);
  if (given === undefined || (attributeKeyword === undefined && identifierKeyword === undefined))
    return given;
  const map = createMap(place);
  if (attributeKeyword !== undefined) map.set(attributeKeyword[0], "attribute", given);
  else map.set(identifierKeyword?.[0], "identifier", given);
  const word = tokenOf(replaced);
  if (word !== undefined) map.set(replacesKeyword?.[0], "replaces", scalarOf(word, word.image, place));
  return map.finish(spanOfNode(node, place));
}

function reservedFieldsOf(parts: cst.ReservedFieldsCstChildren, place: Place): DocumentValue | undefined {
  const word = parts.name?.[0];
  if (word !== undefined) return nameOf(word, place);
  const keyword = tokenOf(parts.reserved_fieldsKeyword);
  if (keyword === undefined) return undefined;
  const items = (parts.reservedItem ?? []).flatMap(({ children }): readonly DocumentValue[] => {
    const standard = tokenOf(children.defaultKeyword);
    if (standard !== undefined) return [scalarOf(standard, standard.image, place)];
    const item = children.attributeItem?.[0];
    return [(item && lowerAttributeItem(item, place)?.value) ?? []].flat();
  });
  return { kind: "list", span: scalarOf(keyword, keyword.image, place).span, items };
}

function missingUsersOf(node: cst.MissingUsersCstNode, place: Place): DocumentValue | undefined {
  const { createKeyword, createSetting, name } = node.children;
  if (createKeyword === undefined) return nameOf(name?.[0], place);
  const settings = createMap(place);
  for (const { children } of createSetting ?? []) {
    settings.set(
      children.external_id_typeKeyword?.[0],
      "external_id_type",
      nameOf(children.name?.[0], place),
    );
    const answer = children.boolean?.[0]?.children;
    const word = tokenOf(answer?.trueKeyword) ?? tokenOf(answer?.falseKeyword);
    if (word === undefined) continue;
    const value = { ...scalarOf(word, word.image, place), value: word.image === "true" };
    settings.set(children.opted_inKeyword?.[0], "opted_in", value);
  }
  const map = createMap(place);
  map.set(createKeyword[0], "create", settings.finish(spanOfNode(node, place)));
  return map.finish(spanOfNode(node, place));
}

import type {
  AttributeItemNode,
  AttributeListNode,
  AttributeNode,
  CasingNode,
  EventListNode,
  EventNode,
  FieldItemNode,
  FieldListNode,
  LookupNode,
  ProfileNode,
  SettingNode,
  SourceNode,
  TextListNode,
  WaybillNode,
} from "./nodes.ts";

/**
 * A part of a tree that has a line of its own in one of the syntaxes, so that a comment may belong to it. A `list`
 * has a line of its own in YAML only; what is in a `block` stands in its braces in the DSL.
 */
export interface Entry {
  readonly node: object;
  readonly kind: "leaf" | "block" | "names" | "list";
  readonly parts: readonly Entry[];
}

type MaybeEntry = Entry | undefined;

/** Returns the entries of a tree, outer ones first; the root is the file's first line. */
export function entriesOf(tree: WaybillNode): Entry {
  const { connection, sessionm } = tree;
  return entry(tree, "block", [
    leaf(tree.name),
    leaf(tree.description),
    tree.includes.length === 0 ? undefined : entry(tree.includes, "names", tree.includes.map(leaf)),
    connection &&
      entry(connection, "block", [
        leaf(connection.host),
        leaf(connection.apiKey),
        leaf(connection.apiSecret),
      ]),
    tree.source && sourceEntry(tree.source),
    sessionm && entry(sessionm, "block", [names(sessionm.events), names(sessionm.attributes)]),
    tree.casing && casingEntry(tree.casing),
    list(
      tree.sets,
      tree.sets.map((set) => entry(set, "block", set.attributes.items.map(attributeItem))),
    ),
    tree.profile && profileEntry(tree.profile),
    eventList(tree.events),
    eventList(tree.screens),
    leaf(tree.newEvents),
  ]);
}

function sourceEntry(source: SourceNode): Entry {
  return entry(source, "block", [
    leaf(source.dataPlan),
    names(source.platforms),
    names(source.environments),
    leaf(source.users),
    names(source.loginIdentities),
    leaf(source.names),
    names(source.loopPartners),
    leaf(source.replays),
    leaf(source.when),
  ]);
}

function casingEntry(casing: CasingNode): Entry {
  return entry(casing, "block", [
    leaf(casing.userAttributes),
    leaf(casing.eventAttributes),
    list(casing.rules, casing.rules.map(leaf)),
  ]);
}

function profileEntry(profile: ProfileNode): Entry {
  return entry(profile, "block", [
    leaf(profile.externalId),
    list(profile.identities, profile.identities.map(leaf)),
    fieldsEntry(profile.reservedFields),
    attributeList(profile.attributes),
    leaf(profile.newAttributes),
    leaf(profile.lists),
    leaf(profile.removed),
    leaf(profile.when),
    leaf(profile.send),
    leaf(profile.missingUsers),
  ]);
}

function fieldsEntry(fields: SettingNode | FieldListNode | undefined): MaybeEntry {
  return fields?.kind === "FieldList"
    ? entry(fields, "block", fields.items.map(attributeItem))
    : leaf(fields);
}

function attributeList(node: AttributeListNode | undefined): MaybeEntry {
  return node && entry(node, "list", node.items.map(attributeItem));
}

function attributeItem(node: AttributeItemNode | FieldItemNode): Entry {
  return node.kind === "Attribute" ? attributeEntry(node) : entry(node, "leaf", []);
}

function attributeEntry(node: AttributeNode): Entry {
  const value = node.value?.kind === "Lookup" ? lookupParts(node.value) : [leaf(node.value)];
  return entry(node, "block", [leaf(node.to), ...value, leaf(node.when)]);
}

function lookupParts(node: LookupNode): readonly MaybeEntry[] {
  const pairs = node.pairs.map(({ from }) => leaf(from));
  return [entry(node, "block", pairs), leaf(node.otherwise)];
}

function eventList(node: EventListNode | undefined): MaybeEntry {
  return node && entry(node, "list", node.items.map(eventEntry));
}

function eventEntry(node: EventNode): Entry {
  return entry(node, "block", [
    leaf(node.type),
    leaf(node.to),
    leaf(node.when),
    attributeList(node.attributes),
    leaf(node.newAttributes),
  ]);
}

function names(node: TextListNode | object | undefined): MaybeEntry {
  return node && entry(node, "names", "items" in node ? (node as TextListNode).items.map(leaf) : []);
}

function list(node: readonly object[], parts: readonly MaybeEntry[]): MaybeEntry {
  return node.length === 0 ? undefined : entry(node, "list", parts);
}

function leaf(node: object | undefined): MaybeEntry {
  return node && entry(node, "leaf", []);
}

function entry(node: object, kind: Entry["kind"], parts: readonly MaybeEntry[]): Entry {
  return { node, kind, parts: parts.filter((part) => part !== undefined) };
}

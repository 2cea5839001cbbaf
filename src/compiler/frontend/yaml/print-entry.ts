/** Entries of lists of attributes, events and screens. */
import { type Comments, commentsOf, hasComments, type NodeComments } from "../../ast/comments.ts";
import type {
  AttributeListNode,
  AttributeNode,
  AttributeSetNode,
  EventListNode,
  EventNode,
  FieldItemNode,
  LookupNode,
  ValueNode,
} from "../../ast/nodes.ts";
import { blockEntry, expressionEntry, keyComments, listEntry, textEntry } from "./print-part.ts";
import { flowIfShort, mapping, plain, scalar, sequence, type YamlEntry } from "./yaml-nodes.ts";

type Entries = readonly YamlEntry[];

/** Returns the entry of a list of attributes. */
export function attributesEntry(
  key: string,
  list: AttributeListNode | undefined,
  comments: Comments,
): Entries {
  if (list === undefined) return [];
  const items = list.items.map((item) => attributeItem(item, reservedInAttributes, comments));
  return listEntry(key, list, items, keyComments(list, items, comments));
}

/** Names that mean something else as the only word or key of an entry. */
const reservedInAttributes = { words: new Set<string>(), keys: new Set(["attribute", "set"]) };
const reservedInFields = { words: new Set(["default"]), keys: reservedInAttributes.keys };

/** Returns an item of `reserved_fields`. */
export function fieldItem(item: FieldItemNode, comments: Comments): YamlEntry {
  return attributeItem(item, reservedInFields, comments);
}

/** Returns an item of a list of attributes. */
function attributeItem(
  item: FieldItemNode,
  reserved: { readonly words: ReadonlySet<string>; readonly keys: ReadonlySet<string> },
  comments: Comments,
): YamlEntry {
  const own = commentsOf(comments, item);
  switch (item.kind) {
    case "DefaultFields":
      return { value: scalar("default"), comments: own };
    case "SetReference":
      return { value: mapping([plain(scalar(item.set.text), "set")]), comments: own };
    case "Attribute": {
      const [name] = item.names;
      const parts = attributeParts(item, comments);
      const isPlain = item.names.length === 1 && parts.length === 0;
      if (name !== undefined && isPlain && !reserved.words.has(name.text)) {
        return shortForm(name.text, own);
      }
      const isShort = item.names.length === 1 && item.value === undefined && item.when === undefined;
      return isShort && name !== undefined && isRename(name.text, item, reserved.keys, comments)
        ? shortForm(name.text, own, item.to?.text)
        : longForm([namesOf(item), ...parts], own);
    }
  }
}

function isRename(
  name: string,
  { to }: AttributeNode | EventNode,
  reserved: ReadonlySet<string>,
  comments: Comments,
): boolean {
  return to !== undefined && !reserved.has(name) && name.length <= longestKey && !hasComments(comments, to);
}

/** YAML wants an explicit `?` before a longer key. */
const longestKey = 512;

function shortForm(name: string, comments: NodeComments, to?: string): YamlEntry {
  const { before, after, inside, isAfterBlank } = comments;
  const value = to === undefined ? scalar(name) : mapping([plain(scalar(to), name)]);
  return { value, comments: { before: [...before, ...inside], after, inside: [], isAfterBlank } };
}

function longForm(entries: Entries, comments: NodeComments): YamlEntry {
  return { value: mapping(entries, { isFlow: false, inside: comments.inside }), comments };
}

function namesOf({ names }: AttributeNode): YamlEntry {
  const [name] = names;
  if (names.length === 1 && name !== undefined) return plain(scalar(name.text), "attribute");
  const items = names.map(({ text }) => plain(scalar(text)));
  return plain(sequence(items, { isFlow: true, inside: [] }), "attribute");
}

function attributeParts({ to, value, when }: AttributeNode, comments: Comments): Entries {
  return [
    ...textEntry("to", to, comments),
    ...valueEntries(value, comments),
    ...expressionEntry("when", when, comments),
  ];
}

function valueEntries(value: ValueNode | undefined, comments: Comments): Entries {
  switch (value?.kind) {
    case undefined:
      return [];
    case "Expression":
      return expressionEntry("value", value, comments);
    case "Constant":
      return [{ key: "text", value: scalar(value.text), comments: commentsOf(comments, value) }];
    case "Lookup":
      return [lookupEntry(value, comments), ...textEntry("else", value.otherwise, comments)];
  }
}

function lookupEntry(node: LookupNode, comments: Comments): YamlEntry {
  const own = commentsOf(comments, node);
  const pairs = node.pairs.map(({ from, to }) => ({
    key: from.text,
    value: scalar(to.text),
    comments: commentsOf(comments, from),
  }));
  // In the DSL pairs have lines, and blank lines between them.
  const isGrouped = pairs.some(({ comments: { isAfterBlank } }, index) => index > 0 && isAfterBlank);
  const style = isGrouped ? { isFlow: false, inside: own.inside } : flowIfShort(pairs, own.inside);
  return { key: "lookup", value: mapping(pairs, style), comments: own };
}

/** Returns the entry of `events` or `screens`. */
export function eventsEntry(
  key: "events" | "screens",
  list: EventListNode | undefined,
  comments: Comments,
): Entries {
  if (list === undefined) return [];
  const nameKey = key === "events" ? "event" : "screen";
  const items = list.items.map((item) => eventItem(item, nameKey, comments));
  return listEntry(key, list, items, comments);
}

function eventItem(node: EventNode, nameKey: "event" | "screen", comments: Comments): YamlEntry {
  const own = commentsOf(comments, node);
  const name = node.name.text;
  const parts = eventParts(node, comments);
  if (parts.length === 0) return shortForm(name, own);
  const isShort = parts.length === 1 && isRename(name, node, new Set([nameKey]), comments);
  if (isShort) return shortForm(name, own, node.to?.text);
  return longForm([plain(scalar(name), nameKey), ...parts], own);
}

function eventParts(node: EventNode, comments: Comments): Entries {
  const { type, to, when, attributes, newAttributes } = node;
  return [
    ...textEntry("type", type, comments),
    ...textEntry("to", to, comments),
    ...whenEntry(when, comments),
    ...attributesEntry("attributes", attributes, comments),
    ...textEntry("new_attributes", newAttributes, comments),
  ];
}

function whenEntry(when: EventNode["when"], comments: Comments): Entries {
  if (when?.kind !== "Otherwise") return expressionEntry("when", when, comments);
  return [{ key: "when", value: scalar("otherwise"), comments: commentsOf(comments, when) }];
}

/** Returns the entries of `attribute_sets`, under their key. */
export function setsEntry(sets: readonly AttributeSetNode[], comments: Comments): Entries {
  if (sets.length === 0) return [];
  const entries = sets.flatMap((set) => {
    const items = set.attributes.items.map((item) => attributeItem(item, reservedInAttributes, comments));
    return listEntry(set.name.text, set, items, comments);
  });
  return blockEntry("attribute_sets", sets, entries, comments);
}

/**
 * Takes: the draft of a waybill. Gives: its tree and its comments, which the printers of both syntaxes take.
 * The lists of the tree have the items of the draft, in their order.
 */
import { type Comments, commentsBefore, type NodeComments } from "../compiler/ast/comments.ts";
import type {
  AttributeItemNode,
  AttributeListNode,
  AttributeNode,
  EventListNode,
  EventNode,
  IdentityNode,
  ProfileNode,
  TextListNode,
  TextNode,
  WaybillNode,
} from "../compiler/ast/nodes.ts";
import { defaultFields } from "../compiler/check/vocabulary.ts";
import { createSourceFile } from "../compiler/source/source-file.ts";
import type { Draft, DraftAttribute, DraftEvent } from "./draft.ts";
import { reservedName } from "./enabled.ts";

/** What a waybill says beside what exports say. */
export interface DraftHead {
  readonly name: string;
  /** The path of the data plan from the waybill; undefined where it names none. */
  readonly dataPlan: string | undefined;
  /** The comment at the beginning of the file, line by line. */
  readonly comment: readonly string[];
}

/** The set of entries for the attributes of every event. */
export const sharedSet = "mapped_attributes";

const span = { file: createSourceFile("import", ""), start: 0, end: 0 };

/** Returns the tree of a draft. */
export function draftTree(
  draft: Draft,
  head: DraftHead,
): { readonly tree: WaybillNode; readonly comments: Comments } {
  const comments = new Map<object, NodeComments>();
  const say = <T extends object>(node: T, ...texts: readonly string[]): T => {
    if (texts.length > 0) comments.set(node, commentsBefore(...texts));
    return node;
  };
  const { definedEvents, definedAttributes, shared } = draft;
  const isDefined = definedEvents !== undefined || definedAttributes !== undefined;
  const sets = shared.length === 0 ? [] : [sharedAttributes(draft, say)];
  const tree: WaybillNode = {
    kind: "Waybill",
    span,
    name: text(head.name),
    description: undefined,
    includes: [],
    connection: {
      kind: "Connection",
      span,
      host: text("${SESSIONM_HOST}"),
      apiKey: text("${SESSIONM_API_KEY}"),
      apiSecret: text("${SESSIONM_API_SECRET}"),
    },
    source: sourceNode(head, say),
    sessionm: isDefined ? sessionmNode(draft, say) : undefined,
    casing: definedAttributes === undefined ? undefined : casingNode(say),
    sets,
    profile: profileNode(draft, say),
    events: eventList(draft.events, draft, say),
    screens: eventList(draft.screens, draft, say),
    newEvents: undefined,
    comments: [],
  };
  say(tree, ...head.comment);
  if (sets.length > 0) say(sets, "Mapped for every event that has them, whichever it is.");
  return { tree, comments };
}

type Say = <T extends object>(node: T, ...texts: readonly string[]) => T;

function text(value: string): TextNode {
  return { kind: "Text", span, text: value };
}

function texts(values: readonly string[]): TextListNode {
  return { kind: "TextList", span, items: values.map(text) };
}

function sourceNode({ dataPlan }: DraftHead, say: Say): WaybillNode["source"] {
  const users = say(
    text("logged_in"),
    "Members alone, as the ID Sync rule does in the console. A member has one of the Login IDs.",
  );
  return {
    kind: "Source",
    span,
    dataPlan: dataPlan === undefined ? undefined : text(dataPlan),
    platforms: undefined,
    environments: undefined,
    users,
    loginIdentities: texts(["customer_id"]),
    names: undefined,
    loopPartners: undefined,
    replays: undefined,
    when: undefined,
  };
}

function sessionmNode({ definedEvents, definedAttributes }: Draft, say: Say): WaybillNode["sessionm"] {
  const events = definedEvents && say(texts(definedEvents), "The names in the mapping setting.");
  return {
    kind: "Sessionm",
    span,
    events,
    attributes: definedAttributes && texts(definedAttributes),
  };
}

function casingNode(say: Say): WaybillNode["casing"] {
  const userAttributes = say(text("as_defined"), "Keys are spelled as `sessionm.attributes` has them.");
  return { kind: "Casing", span, userAttributes, eventAttributes: undefined, rules: [] };
}

function sharedAttributes({ shared }: Draft, say: Say): WaybillNode["sets"][number] {
  return { kind: "AttributeSet", span, name: text(sharedSet), attributes: attributeList(shared, say) };
}

function profileNode(draft: Draft, say: Say): ProfileNode | undefined {
  const { identities, fields, attributes } = draft;
  if (identities.length + fields.length + attributes.length === 0) return undefined;
  return {
    kind: "Profile",
    span,
    externalId: undefined,
    identities: identities.map(({ type, field }): IdentityNode => {
      return { kind: "Identity", span, type: text(type), target: { kind: "Field", field: text(field) } };
    }),
    reservedFields: fieldsNode(fields, say),
    attributes: attributes.length === 0 ? undefined : attributeList(attributes, say),
    newAttributes: undefined,
    lists: undefined,
    removed: undefined,
    when: undefined,
    send: undefined,
    missingUsers: undefined,
  };
}

/** All eight are `default`; of some, each is an item. */
function fieldsNode(fields: readonly DraftAttribute[], say: Say): ProfileNode["reservedFields"] {
  if (fields.length === 0) return undefined;
  const names = new Set(fields.map(({ name }) => reservedName(name)));
  if (names.size === defaultFields.size) return text("default");
  const items = fields.map((field) =>
    attributeNode({ ...field, name: reservedName(field.name) ?? field.name }, say),
  );
  return { kind: "FieldList", span, items };
}

function attributeList(attributes: readonly DraftAttribute[], say: Say): AttributeListNode {
  return { kind: "AttributeList", span, items: attributes.map((one) => attributeNode(one, say)) };
}

function attributeNode({ name, to, note }: DraftAttribute, say: Say): AttributeNode {
  const node: AttributeNode = {
    kind: "Attribute",
    span,
    names: [text(name)],
    to: to === undefined ? undefined : text(to),
    value: undefined,
    when: undefined,
  };
  return note === undefined ? node : say(node, note);
}

function eventList(entries: readonly DraftEvent[], draft: Draft, say: Say): EventListNode | undefined {
  if (entries.length === 0) return undefined;
  return { kind: "EventList", span, items: entries.map((entry) => eventNode(entry, draft, say)) };
}

function eventNode(
  { name, type, to, attributes, isOpen }: DraftEvent,
  { shared }: Draft,
  say: Say,
): EventNode {
  const set: AttributeItemNode = { kind: "SetReference", span, set: text(sharedSet) };
  const list = attributeList(attributes, say);
  const items = isOpen && shared.length > 0 ? [...list.items, set] : list.items;
  return {
    kind: "Event",
    span,
    name: text(name),
    type: type === undefined ? undefined : text(type),
    to: to === undefined ? undefined : text(to),
    when: undefined,
    attributes: items.length === 0 ? undefined : { ...list, items },
    newAttributes: undefined,
  };
}

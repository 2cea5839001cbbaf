/**
 * Takes: the trees of a waybill's files, included ones first. Gives: one tree, as if all stood in one file.
 * Guarantees: lists are joined in order; a scalar stated twice is reported with both places, and the first holds.
 * A section's span is that of the last file that has it: where a setting that is not written would stand.
 */
import type {
  AttributeListNode,
  AttributeSetNode,
  CasingNode,
  ConnectionNode,
  ErrorNode,
  EventListNode,
  FieldListNode,
  IdentityNode,
  ProfileNode,
  SessionmNode,
  SourceNode,
  TextListNode,
  TextNode,
  WaybillNode,
} from "../ast/nodes.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";

/** Joins the trees; the last one is the entry file's. */
export function mergeFiles(trees: readonly WaybillNode[], report: Report): WaybillNode {
  const merge = createMerge(report);
  const entry = trees.at(-1);
  for (const included of trees.slice(0, -1)) {
    if (included.name?.kind === "Text") report("misplaced-name", included.name.span, {});
  }
  return {
    kind: "Waybill",
    span: entry?.span ?? emptySpan,
    name: entry?.name,
    description: merge.one("description", trees, (tree) => tree.description),
    includes: [],
    connection: merge.section(trees, (tree) => tree.connection, merge.connection),
    source: merge.section(trees, (tree) => tree.source, merge.source),
    sessionm: merge.section(trees, (tree) => tree.sessionm, merge.sessionm),
    casing: merge.section(trees, (tree) => tree.casing, merge.casing),
    sets: merge.sets(trees.flatMap((tree) => tree.sets)),
    profile: merge.section(trees, (tree) => tree.profile, merge.profile),
    events: merge.section(trees, (tree) => tree.events, joinLists),
    screens: merge.section(trees, (tree) => tree.screens, joinLists),
    newEvents: merge.one("new_events", trees, (tree) => tree.newEvents),
    comments: [],
  };
}

const emptySpan: Span = { file: { path: "", text: "", lineStarts: [0] }, start: 0, end: 0 };

interface Spanned {
  readonly span: Span;
}

function createMerge(report: Report) {
  const one = <S, T extends Spanned>(
    key: string,
    sections: readonly S[],
    select: (section: S) => T | undefined,
  ): T | undefined => {
    const [first, ...others] = sections.flatMap((section) => select(section) ?? []);
    for (const other of others) reportTwice(key, other.span, first?.span, report);
    return first;
  };
  const section = <T extends Spanned>(
    trees: readonly WaybillNode[],
    select: (tree: WaybillNode) => T | undefined,
    join: (sections: readonly T[], last: T) => T,
  ): T | undefined => {
    const sections = trees.flatMap((tree) => select(tree) ?? []);
    const last = sections.at(-1);
    return last && join(sections, last);
  };
  return {
    one,
    section,
    sets: (sets: readonly AttributeSetNode[]) => distinct(sets, (set) => set.name, "attribute_sets", report),
    connection: (sections: readonly ConnectionNode[], last: ConnectionNode): ConnectionNode => ({
      ...last,
      host: one("connection.host", sections, (part) => part.host),
      apiKey: one("connection.api_key", sections, (part) => part.apiKey),
      apiSecret: one("connection.api_secret", sections, (part) => part.apiSecret),
    }),
    source: (sections: readonly SourceNode[], last: SourceNode): SourceNode => ({
      ...last,
      dataPlan: one("source.data_plan", sections, (part) => part.dataPlan),
      platforms: joinTexts(sections.map((part) => part.platforms)),
      environments: joinTexts(sections.map((part) => part.environments)),
      users: one("source.users", sections, (part) => part.users),
      loginIdentities: joinTexts(sections.map((part) => part.loginIdentities)),
      names: one("source.names", sections, (part) => part.names),
      loopPartners: joinTexts(sections.map((part) => part.loopPartners)),
      replays: one("source.replays", sections, (part) => part.replays),
      when: one("source.when", sections, (part) => part.when),
    }),
    sessionm: (sections: readonly SessionmNode[], last: SessionmNode): SessionmNode => ({
      ...last,
      events: joinTexts(sections.map((part) => part.events)),
      attributes: joinTexts(sections.map((part) => part.attributes)),
    }),
    casing: (sections: readonly CasingNode[], last: CasingNode): CasingNode => ({
      ...last,
      userAttributes: one("casing.user_attributes", sections, (part) => part.userAttributes),
      eventAttributes: one("casing.event_attributes", sections, (part) => part.eventAttributes),
      rules: sections.flatMap((part) => part.rules),
    }),
    profile: (sections: readonly ProfileNode[], last: ProfileNode): ProfileNode => ({
      ...last,
      externalId: one("profile.external_id", sections, (part) => part.externalId),
      identities: distinct(
        sections.flatMap((part) => part.identities),
        (identity: IdentityNode) => identity.type,
        "profile.identities",
        report,
      ),
      reservedFields: joinFields(sections, report),
      attributes: joinAttributes(sections.map((part) => part.attributes)),
      newAttributes: one("profile.new_attributes", sections, (part) => part.newAttributes),
      lists: one("profile.lists", sections, (part) => part.lists),
      removed: one("profile.removed", sections, (part) => part.removed),
      when: one("profile.when", sections, (part) => part.when),
      send: one("profile.send", sections, (part) => part.send),
      missingUsers: one("profile.missing_users", sections, (part) => part.missingUsers),
    }),
  };
}

function joinLists(lists: readonly EventListNode[], last: EventListNode): EventListNode {
  return { ...last, items: lists.flatMap((list) => list.items) };
}

function joinAttributes(lists: readonly (AttributeListNode | undefined)[]): AttributeListNode | undefined {
  const given = lists.flatMap((list) => list ?? []);
  const last = given.at(-1);
  return last && { ...last, items: given.flatMap((list) => list.items) };
}

/** A list that could not be read in one file is unknown as a whole. */
function joinTexts(
  lists: readonly (TextListNode | ErrorNode | undefined)[],
): TextListNode | ErrorNode | undefined {
  const given = lists.flatMap((list) => list ?? []);
  const last = given.at(-1);
  if (last === undefined) return undefined;
  const items: TextNode[] = [];
  for (const list of given) {
    if (list.kind === "Error") return list;
    items.push(...list.items);
  }
  return { kind: "TextList", span: last.span, items };
}

/** Lists of reserved fields are joined; `none` or `default` beside anything else is stated twice. */
function joinFields(sections: readonly ProfileNode[], report: Report): ProfileNode["reservedFields"] {
  const given = sections.flatMap((section) => section.reservedFields ?? []);
  const lists = given.filter((node): node is FieldListNode => node.kind === "FieldList");
  const last = lists.at(-1);
  if (last !== undefined && lists.length === given.length) {
    return { ...last, items: lists.flatMap((list) => list.items) };
  }
  const [first, ...others] = given;
  for (const other of others) reportTwice("profile.reserved_fields", other.span, first?.span, report);
  return first;
}

function distinct<T>(
  items: readonly T[],
  nameOf: (item: T) => TextNode,
  what: string,
  report: Report,
): readonly T[] {
  const firsts = new Map<string, Span>();
  return items.filter((item) => {
    const { text, span } = nameOf(item);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, span);
    else reportTwice(`${what}.${text}`, span, first, report);
    return first === undefined;
  });
}

function reportTwice(key: string, span: Span, first: Span | undefined, report: Report): void {
  const labels = first === undefined ? [] : [{ span: first, text: "first stated here" }];
  report("stated-twice", span, { key }, labels);
}

/**
 * Takes: a draft and a way to check it. Gives: the draft without what is an error, and a to-do for each part of it.
 * The checker decides what cannot be: there is no second list of its rules here.
 */
import type { WaybillNode } from "../compiler/ast/nodes.ts";
import { type Diagnostic, hintOf, messageOf } from "../compiler/diagnostics/diagnostic.ts";
import type { Span } from "../compiler/source/source-file.ts";
import type { Draft, DraftAttribute, DraftEvent, DraftIdentity, ToDo } from "./draft.ts";

/** A draft as a file: its tree, with places in the text, and what is wrong with it. */
export interface CheckedDraft {
  readonly tree: WaybillNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** A draft, and what is still wrong with it. */
export interface SettledDraft {
  readonly draft: Draft;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns a draft without what is an error. What cannot be taken out stays. */
export function settleDraft(draft: Draft, check: (draft: Draft) => CheckedDraft): SettledDraft {
  const { tree, diagnostics } = check(draft);
  const found = new Map<string, { readonly place: Place; readonly diagnostic: Diagnostic }>();
  for (const diagnostic of diagnostics.filter(({ severity }) => severity === "error")) {
    const place = placeIn(tree, diagnostic);
    if (place !== undefined) found.set(JSON.stringify(place), { place, diagnostic });
  }
  if (found.size === 0) return { draft, diagnostics };
  const removed = [...found.values()];
  const toDo = removed.flatMap(({ place, diagnostic }) => toDoOf(draft, place, diagnostic));
  const settled = without(
    draft,
    removed.map(({ place }) => place),
  );
  return settleDraft({ ...settled, toDo: [...draft.toDo, ...toDo] }, check);
}

type List = "attributes" | "events" | "fields" | "identities" | "screens" | "shared";

/** An item of a list of the draft, or from it on; of an event, the whole of it or one of its attributes. */
interface Place {
  readonly list: List;
  readonly index: number;
  readonly isRest: boolean;
  readonly attribute: number | undefined;
}

function placeIn(tree: WaybillNode, { code, span }: Diagnostic): Place | undefined {
  const { profile, sets, events, screens } = tree;
  const lists: readonly (readonly [List, readonly { readonly span: Span }[]])[] = [
    ["identities", profile?.identities ?? []],
    ["fields", profile?.reservedFields?.kind === "FieldList" ? profile.reservedFields.items : []],
    ["attributes", profile?.attributes?.items ?? []],
    ["shared", sets[0]?.attributes.items ?? []],
    ["events", events?.items ?? []],
    ["screens", screens?.items ?? []],
  ];
  for (const [list, items] of lists) {
    const index = indexAt(items, span);
    if (index < 0) continue;
    const event = list === "events" ? events?.items[index] : screens?.items[index];
    const isEvent = list === "events" || list === "screens";
    const attribute = isEvent ? indexAt(event?.attributes?.items ?? [], span) : -1;
    const isRest = code === "profile-limit";
    return { list, index, isRest, attribute: attribute < 0 ? undefined : attribute };
  }
  return undefined;
}

function indexAt(items: readonly { readonly span: Span }[], { file, start }: Span): number {
  return items.findIndex(({ span }) => {
    return span.file.path === file.path && span.start <= start && start < span.end;
  });
}

function toDoOf(draft: Draft, place: Place, diagnostic: Diagnostic): readonly ToDo[] {
  const hint = hintOf(diagnostic);
  const why = `${messageOf(diagnostic)}${hint === undefined ? "" : ` ${hint}`}`;
  const items: readonly (DraftAttribute | DraftEvent | DraftIdentity)[] = draft[place.list];
  if (place.isRest) {
    const names = items.slice(place.index).map((item) => `\`${nameOf(item)}\``);
    const text = `${names.length} user attributes are left out. ${why} They are ${names.join(", ")}.`;
    return [{ export: items[place.index]?.origins[0]?.export ?? "waybill", text }];
  }
  return items.slice(place.index, place.index + 1).map((item) => {
    const inner = "attributes" in item ? item.attributes[place.attribute ?? -1] : undefined;
    const name = nameOf(item);
    const what = inner === undefined ? `\`${name}\`` : `\`${inner.name}\` of \`${name}\``;
    const { origins } = inner ?? item;
    return { export: origins[0]?.export ?? "waybill", text: `${what} is left out. ${why}` };
  });
}

function nameOf(item: DraftAttribute | DraftEvent | DraftIdentity): string {
  return "name" in item ? item.name : item.type;
}

function without(draft: Draft, places: readonly Place[]): Draft {
  const keep = <T>(list: List, items: readonly T[]): readonly T[] => {
    const own = places.filter((place) => place.list === list && place.attribute === undefined);
    return items.filter((_, index) => {
      return !own.some((place) => (place.isRest ? index >= place.index : index === place.index));
    });
  };
  const thin = (list: List, entries: readonly DraftEvent[]): readonly DraftEvent[] => {
    return entries.map((entry, index) => {
      const own = places.filter((place) => place.list === list && place.index === index);
      const gone = new Set(own.map(({ attribute }) => attribute));
      return { ...entry, attributes: entry.attributes.filter((_, position) => !gone.has(position)) };
    });
  };
  return {
    ...draft,
    identities: keep("identities", draft.identities),
    fields: keep("fields", draft.fields),
    attributes: keep("attributes", draft.attributes),
    shared: keep("shared", draft.shared),
    events: keep("events", thin("events", draft.events)),
    screens: keep("screens", thin("screens", draft.screens)),
  };
}

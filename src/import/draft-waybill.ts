/**
 * Takes: exports. Gives: the draft of a waybill that does what they say, and what only people can decide.
 * Guarantees: every row that is wanted is in the draft, or has no effect, or has a to-do.
 */
import {
  type Draft,
  type DraftAttribute,
  type DraftEvent,
  type DraftIdentity,
  type Origin,
  originKey,
  type ToDo,
} from "./draft.ts";
import { type Enabled, type EnabledEvent, type EnabledName, enabledIn, reservedName } from "./enabled.ts";
import type { Exports, MappingRow } from "./exports.ts";
import { knownNames } from "./known-names.ts";
import { type ResolvedMapping, resolveMapping } from "./resolve-mapping.ts";

interface Mapped {
  readonly row: MappingRow;
  readonly origin: Origin;
  readonly resolved: ResolvedMapping;
}

type MappedAs<K extends ResolvedMapping["kind"]> = Mapped & {
  readonly resolved: Extract<ResolvedMapping, { readonly kind: K }>;
};

interface Drafting {
  readonly exports: Exports;
  readonly enabled: Enabled | undefined;
  readonly mapped: readonly Mapped[];
  readonly toDo: ToDo[];
  readonly withoutEffect: Origin[];
}

/** Returns the draft of a waybill. */
export function draftWaybill(exports: Exports): Draft {
  const names = knownNames(exports);
  const mapped = (exports.mappings ?? []).map((row) => {
    return { row, origin: mappingOrigin(row), resolved: resolveMapping(row, names) };
  });
  const drafting: Drafting = { exports, enabled: enabledIn(exports), mapped, toDo: [], withoutEffect: [] };
  noteUnresolved(drafting);
  const events = [...draftEvents("event", drafting), ...draftEvents("screen", drafting)];
  const attributes = draftUserAttributes(drafting);
  const identities = draftIdentities(drafting);
  noteRest(events, drafting);
  const isShared = events.some(({ isOpen }) => isOpen);
  return {
    definedEvents: definedEvents(drafting),
    definedAttributes: exports.attributes,
    identities,
    fields: attributes.filter(({ name, to }) => to === undefined && reservedName(name) !== undefined),
    attributes: attributes.filter(({ name, to }) => to !== undefined || reservedName(name) === undefined),
    shared: isShared ? ofKind("event_attribute", drafting).map(renamed) : [],
    events: events.filter(({ kind }) => kind === "event"),
    screens: events.filter(({ kind }) => kind === "screen"),
    toDo: [...drafting.toDo, ...generalToDo(drafting)],
    wanted: wantedRows(drafting),
    withoutEffect: drafting.withoutEffect,
  };
}

/** Returns what identifies a row of the mapping settings. */
export function mappingOrigin({ setting, row }: MappingRow): Origin {
  return { export: "mappings", row: setting === undefined ? `${row}` : `${setting} ${row}` };
}

function ofKind<K extends ResolvedMapping["kind"]>(kind: K, { mapped }: Drafting): readonly MappedAs<K>[] {
  return mapped.filter((one): one is MappedAs<K> => one.resolved.kind === kind);
}

function renamed({ resolved, origin }: MappedAs<"event_attribute" | "user_attribute">): DraftAttribute {
  return { name: resolved.name, to: resolved.to, note: undefined, origins: [origin] };
}

function noteUnresolved(drafting: Drafting): void {
  for (const { row, resolved } of ofKind("unresolved", drafting)) {
    note(drafting, "mappings", `${rowText(row)}: ${resolved.because}.`);
  }
  for (const { origin } of ofKind("no_effect", drafting)) drafting.withoutEffect.push(origin);
}

function rowText({ setting, row, maptype, map, value }: MappingRow): string {
  const from = map === undefined ? maptype : `${maptype} \`${map}\``;
  return `mapping ${row}${setting === undefined ? "" : ` of \`${setting}\``} (${from} to \`${value ?? ""}\`)`;
}

function note({ toDo }: Drafting, from: ToDo["export"], text: string): void {
  toDo.push({ export: from, text });
}

type DraftedEvent = DraftEvent & { readonly kind: EnabledEvent["kind"] };

function draftEvents(kind: EnabledEvent["kind"], drafting: Drafting): readonly DraftedEvent[] {
  const { enabled, exports } = drafting;
  const listed = enabled?.events.filter((event) => event.kind === kind) ?? [];
  if (exports.mappings === undefined) {
    return listed.map((event) => {
      return { ...entryOf(event, drafting), kind, to: undefined, origins: [event.origin] };
    });
  }
  const rows = [...ofKind("event", drafting), ...ofKind("screen", drafting)].filter((one) => {
    return one.resolved.kind === kind;
  });
  const entries = rows.flatMap((one) => mappedEvent(one, kind, listed, drafting));
  const used = new Set(entries.flatMap(({ origins }) => origins.map(originKey)));
  for (const event of listed) if (!used.has(originKey(event.origin))) noteUnmapped(event, drafting);
  return withoutRepeats(entries);
}

/** Two rows that say the same are one entry. */
function withoutRepeats(entries: readonly DraftedEvent[]): readonly DraftedEvent[] {
  const found = new Map<string, DraftedEvent>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.name, entry.type, entry.to]);
    const first = found.get(key);
    found.set(key, first ? { ...first, origins: [...first.origins, ...entry.origins] } : entry);
  }
  return [...found.values()];
}

function mappedEvent(
  { row, resolved, origin }: MappedAs<"event" | "screen">,
  kind: EnabledEvent["kind"],
  listed: readonly EnabledEvent[],
  drafting: Drafting,
): readonly DraftedEvent[] {
  const type = resolved.kind === "event" ? resolved.type : undefined;
  const named = listed.filter((one) => one.name === resolved.name);
  // A data plan may leave the type of an event open.
  const event = named.find((one) => one.type === type) ?? named.find((one) => one.type === undefined);
  if (event !== undefined) {
    const origins = [origin, event.origin];
    return [{ ...entryOf(event, drafting), kind, type, to: resolved.to, origins }];
  }
  if (drafting.enabled?.from === "filter") {
    const text = `${rowText(row)}: the event is \`${resolved.name}\`, which the Data Filter does not have on.`;
    note(drafting, "mappings", text);
    return [];
  }
  const unlisted = { attributes: attributesOf({ kind, name: resolved.name, type }, drafting), isOpen: true };
  return [{ kind, name: resolved.name, type, to: resolved.to, ...unlisted, origins: [origin] }];
}

function noteUnmapped({ kind, name, type, origin, attributes }: EnabledEvent, drafting: Drafting): void {
  if (origin.export === "plan") {
    for (const one of [origin, ...attributes.map((attribute) => attribute.origin)]) {
      drafting.withoutEffect.push(one);
    }
    return;
  }
  const what = `${kind} \`${name}\`${type === undefined ? "" : ` (${type})`}`;
  const and = attributes.length === 0 ? "" : ` with ${attributes.length} of its attributes`;
  const text = `${what} is on in the Data Filter${and}, and no mapping names it in SessionM. Add an entry for it, if it goes there.`;
  note(drafting, "filter", text);
}

function entryOf(event: EnabledEvent, drafting: Drafting): DraftEvent {
  const renames = [...ofKind("event_attribute", drafting), ...ofKind("attribute_of", drafting)].filter(
    ({ resolved }) => resolved.kind === "event_attribute" || isOf(resolved.of, event),
  );
  const attributes = event.attributes.flatMap(({ name, note: text, origin }): readonly DraftAttribute[] => {
    const own = renames.filter(({ resolved }) => resolved.name === name);
    if (own.length === 0) return [{ name, to: undefined, note: text, origins: [origin] }];
    return own.map((one) => ({ name, to: one.resolved.to, note: text, origins: [origin, one.origin] }));
  });
  const { name, type, isOpen, origin } = event;
  const all = isOpen ? [...attributes, ...attributesOf(event, drafting)] : attributes;
  return { name, type, to: undefined, attributes: all, isOpen, origins: [origin] };
}

/** Returns the attributes that are mapped for one event: of an event whose attributes no export lists. */
function attributesOf(event: EventName, drafting: Drafting): readonly DraftAttribute[] {
  return ofKind("attribute_of", drafting)
    .filter(({ resolved }) => isOf(resolved.of, event))
    .map(({ resolved: { name, to }, origin }) => ({ name, to, note: undefined, origins: [origin] }));
}

type EventName = Pick<EnabledEvent, "kind" | "name" | "type">;

function isOf(of: EventName, event: EventName): boolean {
  return of.kind === event.kind && of.name === event.name && of.type === event.type;
}

function draftUserAttributes(drafting: Drafting): readonly DraftAttribute[] {
  const rows = ofKind("user_attribute", drafting);
  const { enabled } = drafting;
  const listed = (enabled?.userAttributes ?? []).flatMap((one: EnabledName): readonly DraftAttribute[] => {
    const { name, note: text, origin } = one;
    const own = rows.filter(({ resolved }) => resolved.name === name);
    if (own.length === 0) return [{ name, to: undefined, note: text, origins: [origin] }];
    return own.map((row) => ({ ...renamed(row), note: text, origins: [origin, row.origin] }));
  });
  const names = new Set(listed.map(({ name }) => name));
  const others = rows.filter(({ resolved }) => !names.has(resolved.name));
  if (enabled?.from !== "filter") return [...listed, ...others.map(renamed)];
  for (const { row, resolved } of others) {
    const text = `${rowText(row)}: the Data Filter does not have the user attribute \`${resolved.name}\` on.`;
    note(drafting, "mappings", text);
  }
  return listed;
}

/** SessionM's user has a field for e-mail alone; where other identities go, no export says. */
function draftIdentities(drafting: Drafting): readonly DraftIdentity[] {
  const { enabled } = drafting;
  return (enabled?.identities ?? []).flatMap(({ name: type, origin }): readonly DraftIdentity[] => {
    if (type === "email") return [{ type, field: "email", origins: [origin] }];
    const where = enabled?.from === "filter" ? "on in the Data Filter" : "planned";
    const advice = "Say in the profile where it goes: a field, a custom attribute or an identifier.";
    note(drafting, enabled?.from ?? "filter", `identity \`${type}\` is ${where}. ${advice}`);
    return [];
  });
}

/** Rows that no entry took: attributes of events that are not there, and rows that a waybill has nothing for. */
function noteRest(events: readonly DraftedEvent[], drafting: Drafting): void {
  const { enabled } = drafting;
  for (const { point } of enabled?.others ?? []) {
    const what =
      point.attribute === undefined ? `\`${point.name}\`` : `\`${point.attribute}\` of \`${point.name}\``;
    if (/^Commerce/.test(point.type))
      drafting.withoutEffect.push({ export: "filter", row: String(point.row) });
    else note(drafting, "filter", `${what} (${point.type}) is on, and a waybill has nothing for it.`);
  }
  const attributes = events.flatMap((event) => event.attributes);
  const taken = new Set(attributes.flatMap(({ origins }) => origins.map(originKey)));
  const isSharedTaken = events.some(({ isOpen }) => isOpen);
  for (const { row, resolved, origin } of ofKind("event_attribute", drafting)) {
    if (taken.has(originKey(origin)) || isSharedTaken) continue;
    const text = `${rowText(row)}: no event in this waybill is known to have the attribute \`${resolved.name}\`.`;
    note(drafting, "mappings", text);
  }
  for (const { row, resolved, origin } of ofKind("attribute_of", drafting)) {
    if (taken.has(originKey(origin))) continue;
    note(drafting, "mappings", `${rowText(row)}: \`${resolved.of.name}\` is not in this waybill.`);
  }
}

function definedEvents(drafting: Drafting): readonly string[] | undefined {
  if (drafting.exports.mappings === undefined) return undefined;
  const values = drafting.mapped.flatMap(({ row, resolved }) => {
    const isEvent = /^EventClass(?:Details)?\.Id$/.test(row.maptype) && resolved.kind !== "no_effect";
    return isEvent && !row.hasConditions && row.map !== undefined ? (row.value ?? []) : [];
  });
  return values.length === 0 ? undefined : [...new Set(values)];
}

function wantedRows({ mapped, enabled }: Drafting): readonly Origin[] {
  const points =
    enabled === undefined ? [] : [...enabled.userAttributes, ...enabled.identities, ...enabled.others];
  const events = (enabled?.events ?? []).flatMap((event) => [event, ...event.attributes]);
  return [...mapped, ...points, ...events].map(({ origin }) => origin);
}

/** What only people can decide about the waybill as a whole. */
function generalToDo({ exports, enabled }: Drafting): readonly ToDo[] {
  const { mappings, filter, attributes } = exports;
  const texts: readonly (readonly [ToDo["export"], boolean, string])[] = [
    [
      "plan",
      enabled?.from === "plan",
      "A data plan says what is collected, not what goes to SessionM: delete what is not to go there.",
    ],
    [
      "mappings",
      mappings === undefined && (enabled?.events.length ?? 0) > 0,
      "No event mappings were given, so every event goes under its own name: write SessionM's names.",
    ],
    [
      "filter",
      mappings !== undefined && enabled === undefined,
      "Neither a Data Filter nor a data plan was given, so nothing says which attributes are on: list them.",
    ],
    [
      "filter",
      filter?.sendsNew === true,
      "The console sends new data points by default. A waybill does not, unless `new_events` and `new_attributes` say `forward`.",
    ],
    [
      "attributes",
      attributes === undefined,
      "List SessionM's Custom User Profile Attributes under `sessionm.attributes`, in their exact casing: names are then checked.",
    ],
    [
      "waybill",
      attributes !== undefined && mappings === undefined && enabled === undefined,
      "Nothing is sent yet: list user attributes under `profile.attributes`, and events under `events`.",
    ],
  ];
  return texts.flatMap(([from, holds, text]) => (holds ? [{ export: from, text }] : []));
}

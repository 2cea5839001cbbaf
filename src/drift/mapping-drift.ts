import type { Attribute, EventEntry, Program } from "../compiler/check/program.ts";
import type { Exports, MappingRow } from "../import/exports.ts";
import { type KnownEvent, type KnownNames, knownNames } from "../import/known-names.ts";
import { type ResolvedMapping, resolveMapping } from "../import/resolve-mapping.ts";
import { type Difference, difference } from "./difference.ts";
import { eventWords, type WaybillEntries, waybillEntries } from "./waybill-entries.ts";

type Resolved<K extends ResolvedMapping["kind"]> = Extract<ResolvedMapping, { readonly kind: K }>;

/** Returns how a waybill differs from an event-mapping setting. Hashes are also those of the waybill's own names. */
export function mappingDrift(
  rows: readonly MappingRow[],
  exports: Exports,
  program: Program,
): readonly Difference[] {
  const names = knownNames(exports, namesIn(program));
  const entries = waybillEntries(program);
  const explained = new Set<EventEntry>();
  const found = rows.flatMap((row) => {
    const resolved = resolveMapping(row, names);
    return compareRow(row, resolved, { names, entries, program, explained });
  });
  const others = [...program.events.entries, ...program.screens.entries].filter(
    (entry) => !explained.has(entry),
  );
  return [
    ...found,
    ...others.map((entry) => {
      const text = `${eventWords(entry.name, entry.type)} goes to \`${entry.to}\`; no mapping says so.`;
      return difference("only_in_waybill", "mappings", text, entry.span);
    }),
  ];
}

function namesIn({ events, screens }: Program): readonly KnownEvent[] {
  const known = (kind: KnownEvent["kind"]) => (entry: EventEntry) => {
    const attributes = new Set(entry.attributes.flatMap((attribute) => attribute.names));
    return { kind, name: entry.name, type: entry.type, attributes };
  };
  return [...events.entries.map(known("event")), ...screens.entries.map(known("screen"))];
}

interface Comparison {
  readonly names: KnownNames;
  readonly entries: WaybillEntries;
  readonly program: Program;
  /** The entries that a row speaks of. */
  readonly explained: Set<EventEntry>;
}

function compareRow(
  row: MappingRow,
  resolved: ResolvedMapping,
  comparison: Comparison,
): readonly Difference[] {
  const { program, entries } = comparison;
  switch (resolved.kind) {
    case "event":
    case "screen":
      return compareEvent(resolved, comparison);
    case "event_attribute": {
      const all = [...program.events.entries, ...program.screens.entries];
      return compareAttribute(
        resolved,
        all.flatMap((entry) => entry.attributes),
        "an event",
        entries,
      );
    }
    case "attribute_of": {
      const { kind, name, type } = resolved.of;
      const own = entries.entriesFor(kind, name, type);
      return compareAttribute(
        resolved,
        own.flatMap((entry) => entry.attributes),
        `\`${name}\``,
        entries,
      );
    }
    case "user_attribute":
      return compareAttribute(resolved, program.profile.attributes, "the profile", entries);
    case "no_effect":
      return [];
    case "unresolved":
      return [compareUnresolved(row, resolved.because, comparison)];
  }
}

function compareEvent(
  resolved: Resolved<"event" | "screen">,
  { entries, explained }: Comparison,
): readonly Difference[] {
  const { kind, name, to } = resolved;
  const type = resolved.kind === "event" ? resolved.type : undefined;
  const own = entries.entriesFor(kind, name, type);
  const same = own.filter((entry) => entry.to === to);
  for (const entry of same.length > 0 ? same : own) explained.add(entry);
  if (same.length > 0) return [];
  const words = eventWords(name, type);
  const [first] = own;
  if (first === undefined) {
    const text = `${words} goes to \`${to}\`; no entry sends it.`;
    return [difference("only_in_export", "mappings", text)];
  }
  const targets = [...new Set(own.map((entry) => `\`${entry.to}\``))].join(" and ");
  const text = `${words} goes to \`${to}\` by the mapping, to ${targets} by the waybill.`;
  return [difference("different", "mappings", text, first.toSpan)];
}

function compareAttribute(
  { name, to }: Resolved<"attribute_of" | "event_attribute" | "user_attribute">,
  attributes: readonly Attribute[],
  of: string,
  { named }: WaybillEntries,
): readonly Difference[] {
  const own = named(attributes, name);
  if (own.length === 0) {
    const text = `the attribute \`${name}\` of ${of} goes to \`${to}\`; no entry sends it.`;
    return [difference("only_in_export", "mappings", text)];
  }
  if (own.some(({ key }) => key === to)) return [];
  return own.slice(0, 1).map(({ key, span }) => {
    const text = `the attribute \`${name}\` goes to \`${to}\` by the mapping, to \`${key}\` by the waybill.`;
    return difference("different", "mappings", text, span);
  });
}

/** A hash that is not that of any name in the waybill is that of an event that the waybill does not have. */
function compareUnresolved(
  { row, jsmap, value, maptype }: MappingRow,
  because: string,
  { names }: Comparison,
): Difference {
  const isEvent = /^EventClass(?:Details)?\.Id$/.test(maptype);
  if (isEvent && jsmap !== undefined && names.eventsOf(jsmap).length === 0) {
    const text = `mapping ${row}: an event that the waybill does not name goes to \`${value ?? ""}\` (its hash is ${jsmap}).`;
    return difference("only_in_export", "mappings", text);
  }
  return difference("not_compared", "mappings", `mapping ${row} to \`${value ?? ""}\`: ${because}.`);
}

import type { Attribute, EventEntry, Field, Program } from "../compiler/check/program.ts";
import { enabledPoints } from "../import/data-filter.ts";
import type { DataFilter, DataPoint } from "../import/exports.ts";
import { eventKindOf } from "../import/known-names.ts";
import { type Difference, difference } from "./difference.ts";
import { eventWords, groupBy, type WaybillEntries, waybillEntries } from "./waybill-entries.ts";

interface Comparison {
  readonly on: readonly DataPoint[];
  readonly all: readonly DataPoint[];
  readonly program: Program;
  readonly entries: WaybillEntries;
}

/** Returns how a waybill differs from a Data Filter. */
export function filterDrift(filter: DataFilter, program: Program): readonly Difference[] {
  const on = enabledPoints(filter);
  const comparison = { on, all: filter.points, program, entries: waybillEntries(program) };
  // An answer about new data points alone has no rows: nothing is off.
  const rows = filter.points.length === 0 ? [] : rowDrift(comparison);
  return [...rows, ...newPointDrift(filter, program)];
}

function rowDrift(comparison: Comparison): readonly Difference[] {
  return [
    ...comparison.on.flatMap((point) => unlisted(point, comparison)),
    ...eventDrift("event", comparison),
    ...eventDrift("screen", comparison),
    ...profileDrift(comparison),
  ];
}

/** Returns a difference where a data point is on and no entry sends it. */
function unlisted(point: DataPoint, { program, entries }: Comparison): readonly Difference[] {
  const { kind, name, attribute, eventType } = point;
  const { profile } = program;
  const missing = (what: string) => [
    difference("only_in_export", "filter", `${what} is on; no entry sends it.`),
  ];
  const eventKind = eventKindOf(point);
  if (eventKind !== undefined) {
    const own = entries.entriesFor(eventKind, name, eventType);
    const words = eventWords(name, eventType);
    if (attribute === undefined) {
      return own.length > 0 || program.newEvents.value ? [] : missing(`${eventKind} ${words}`);
    }
    const isSent = own.some((entry) => {
      return entry.newAttributes.value || entries.named(entry.attributes, attribute).length > 0;
    });
    return own.length === 0 || isSent ? [] : missing(`\`${attribute}\` of ${eventKind} ${words}`);
  }
  if (kind === "user_attribute") {
    const isField = profile.fields.some((field) => isFieldOf(field, name));
    const isSent =
      isField || profile.newAttributes.value || entries.named(profile.attributes, name).length > 0;
    return isSent ? [] : missing(`user attribute \`${name}\``);
  }
  if (kind === "identity") {
    const isSent = profile.externalId.value === name || profile.identities.some(({ type }) => type === name);
    return isSent ? [] : missing(`identity \`${name}\``);
  }
  return [];
}

/** Names of reserved fields match in any casing (`language.md` §4.8). */
function isFieldOf({ names }: Field, name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function eventDrift(kind: "event" | "screen", comparison: Comparison): readonly Difference[] {
  const { program, on, all } = comparison;
  const { entries } = kind === "event" ? program.events : program.screens;
  const { fold } = comparison.entries;
  const [points, known] = [on, all].map((rows) => {
    return groupBy(
      rows.filter((point) => eventKindOf(point) === kind),
      ({ name }) => fold(name),
    );
  });
  return entries.flatMap((entry): readonly Difference[] => {
    const ofEntry = (rows: typeof points) => {
      return (rows?.get(fold(entry.name)) ?? []).filter((point) => takes(entry, point));
    };
    const [own, ownKnown] = [ofEntry(points), ofEntry(known)];
    const words = `${kind} ${eventWords(entry.name, entry.type)}`;
    if (!own.some(({ attribute }) => attribute === undefined)) {
      const isThere = ownKnown.some(({ attribute }) => attribute === undefined);
      return [offDifference(words, isThere, entry.span)];
    }
    return entry.attributes.filter(isDataPoint).flatMap((attribute) => {
      const sent = own.flatMap((point) => point.attribute ?? []);
      if (isAmong(attribute, sent, comparison)) return [];
      const isThere = isAmong(
        attribute,
        ownKnown.flatMap((point) => point.attribute ?? []),
        comparison,
      );
      return [offDifference(`\`${attribute.names[0] ?? ""}\` of ${words}`, isThere, attribute.span)];
    });
  });
}

function takes({ type }: EventEntry, { eventType }: DataPoint): boolean {
  return type === undefined || eventType === undefined || eventType === type;
}

/** A constant comes from nowhere, and what mParticle adds to feeds cannot be filtered (its Events API reference). */
function isDataPoint({ value, names }: Attribute): boolean {
  return value.kind !== "text" && !names.includes("mParticle Source Feed");
}

function isAmong({ names }: Attribute, points: readonly string[], { entries }: Comparison): boolean {
  return names.some((name) => points.some((point) => entries.isSame(name, point)));
}

function offDifference(what: string, isThere: boolean, span: Difference["span"]): Difference {
  const text = isThere ? `${what} is off in the Data Filter.` : `the Data Filter has no ${what}.`;
  return difference("only_in_waybill", "filter", text, span);
}

function profileDrift(comparison: Comparison): readonly Difference[] {
  const { program, on, all } = comparison;
  const { profile } = program;
  const names = (points: readonly DataPoint[], kind: DataPoint["kind"]) => {
    return points.filter((point) => point.kind === kind).map(({ name }) => name);
  };
  const [sent, known] = [names(on, "user_attribute"), names(all, "user_attribute")];
  const attributes = profile.attributes.filter(isDataPoint).flatMap((attribute) => {
    if (isAmong(attribute, sent, comparison)) return [];
    const isThere = isAmong(attribute, known, comparison);
    return [offDifference(`user attribute \`${attribute.names[0] ?? ""}\``, isThere, attribute.span)];
  });
  // The eight fields come together, and few teams collect them all: only what is off is said.
  const fields = profile.fields.flatMap((field) => {
    const isIn = (list: readonly string[]) => list.some((name) => isFieldOf(field, name));
    if (isIn(sent) || !isIn(known)) return [];
    return [offDifference(`user attribute \`${field.names[0] ?? ""}\``, true, field.span)];
  });
  const [sentTypes, knownTypes] = [names(on, "identity"), names(all, "identity")];
  const identities = profile.identities.flatMap(({ type, span }) => {
    if (type === "mpid" || sentTypes.includes(type)) return [];
    return [offDifference(`identity \`${type}\``, knownTypes.includes(type), span)];
  });
  return [...identities, ...fields, ...attributes];
}

/** "Send new data points by default" is one switch in the console, and several settings in a waybill. */
function newPointDrift({ sendsNew }: DataFilter, program: Program): readonly Difference[] {
  if (sendsNew === undefined) return [];
  const entries = [...program.events.entries, ...program.screens.entries];
  const settings = [
    program.newEvents,
    program.profile.newAttributes,
    ...entries.map((entry) => entry.newAttributes),
  ];
  if (!sendsNew) {
    return settings.flatMap(({ value, span }) => {
      const text = "new data points are forwarded; the console does not send them by default.";
      return value ? [difference("only_in_waybill", "filter", text, span)] : [];
    });
  }
  if (settings.every(({ value }) => value)) return [];
  const text = "the console sends new data points by default; the waybill sends only what it lists.";
  return [difference("only_in_export", "filter", text)];
}

/**
 * Takes: exports. Gives: the data points that a waybill is to list: those that a Data Filter has on, else those that a
 * data plan plans, else none, for nothing says which.
 */
import { defaultFields, identityTypes } from "../compiler/check/vocabulary.ts";
import type { PlannedAttributes, PlannedEvent } from "../compiler/plan/data-plan.ts";
import { enabledPoints, eventKey } from "./data-filter.ts";
import type { Origin } from "./draft.ts";
import type { DataPoint, Exports } from "./exports.ts";
import { eventKindOf } from "./known-names.ts";

/** A name that is enabled. */
export interface EnabledName {
  readonly name: string;
  readonly note: string | undefined;
  readonly origin: Origin;
}

/** A custom event or screen view that is enabled, with its enabled attributes. */
export interface EnabledEvent extends EnabledName {
  readonly kind: "event" | "screen";
  readonly type: string | undefined;
  readonly attributes: readonly EnabledName[];
  /** Whether nothing says which attributes are enabled. */
  readonly isOpen: boolean;
}

/** What is enabled. */
export interface Enabled {
  readonly from: "filter" | "plan";
  readonly events: readonly EnabledEvent[];
  readonly userAttributes: readonly EnabledName[];
  readonly identities: readonly EnabledName[];
  /** Rows that a waybill has nothing for. */
  readonly others: readonly { readonly point: DataPoint; readonly origin: Origin }[];
}

/** Returns what the exports say is enabled; undefined where they do not say it. */
export function enabledIn(exports: Exports): Enabled | undefined {
  const { filter, plan } = exports;
  if (filter !== undefined && filter.points.length > 0) return fromFilter(exports, enabledPoints(filter));
  if (plan === undefined) return undefined;
  const planned = (attributes: PlannedAttributes | undefined, of: string): readonly EnabledName[] => {
    return [...(attributes?.values() ?? [])].map(({ name, description }) => {
      return { name, note: description, origin: { export: "plan", row: `${of} ${name}` } };
    });
  };
  const event = (kind: EnabledEvent["kind"]) => (one: PlannedEvent) => {
    const row = JSON.stringify([kind, one.name, one.type]);
    return {
      kind,
      name: one.name,
      type: one.type,
      note: undefined,
      origin: { export: "plan", row } as const,
      attributes: planned(one.attributes, row),
      isOpen: one.attributes === undefined,
    };
  };
  return {
    from: "plan",
    events: distinct([...plan.events.map(event("event")), ...plan.screens.map(event("screen"))]),
    userAttributes: planned(plan.userAttributes, "user attribute"),
    // A plan lists device ids too, and those are no user identities.
    identities: planned(plan.identities, "identity").filter(({ name }) => identityTypes.includes(name)),
    others: [],
  };
}

function distinct(events: readonly EnabledEvent[]): readonly EnabledEvent[] {
  return [...new Map(events.map((event) => [event.origin.row, event])).values()];
}

function fromFilter({ plan }: Exports, points: readonly DataPoint[]): Enabled {
  const named = (point: DataPoint, name: string, note: string | undefined): EnabledName => {
    return { name, note, origin: originOf(point) };
  };
  const byEvent = new Map<string, DataPoint[]>();
  for (const point of points) {
    if (point.attribute === undefined || eventKindOf(point) === undefined) continue;
    const own = byEvent.get(eventKey(point));
    if (own === undefined) byEvent.set(eventKey(point), [point]);
    else own.push(point);
  }
  const ofKind = (kind: DataPoint["kind"]) => points.filter((point) => point.kind === kind);
  const events = points.flatMap((point): readonly EnabledEvent[] => {
    const kind = eventKindOf(point);
    if (kind === undefined || point.attribute !== undefined) return [];
    const attributes = (byEvent.get(eventKey(point)) ?? []).map((one) => {
      return named(one, one.attribute ?? "", plannedNote(plan?.[`${kind}s`], one));
    });
    return [
      { kind, type: point.eventType, ...named(point, point.name, undefined), attributes, isOpen: false },
    ];
  });
  const keys = new Set(events.map(({ kind, name, type }) => JSON.stringify([kind, name, type ?? ""])));
  const others = points.filter((point) => {
    return eventKindOf(point) === undefined ? point.kind === "other" : !keys.has(eventKey(point));
  });
  return {
    from: "filter",
    events,
    userAttributes: ofKind("user_attribute").map((point) => {
      return named(point, point.name, plan?.userAttributes?.get(point.name)?.description);
    }),
    identities: ofKind("identity").map((point) => named(point, point.name, undefined)),
    others: others.map((point) => ({ point, origin: originOf(point) })),
  };
}

function originOf({ row }: DataPoint): Origin {
  return { export: "filter", row: String(row) };
}

function plannedNote(events: readonly PlannedEvent[] | undefined, point: DataPoint): string | undefined {
  const event = events?.find(({ name, type }) => name === point.name && type === point.eventType);
  return event?.attributes?.get(point.attribute ?? "")?.description;
}

/** Returns the reserved attribute that a name is, as SessionM's output spells it. */
export function reservedName(name: string): string | undefined {
  return [...defaultFields.keys()].find((reserved) => reserved.toLowerCase() === name.toLowerCase());
}

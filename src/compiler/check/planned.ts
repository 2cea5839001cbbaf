/** The names of a data plan, compared as `source.names` compares names. */
import type { DataPlan, PlannedAttribute, PlannedAttributes, PlannedEvent } from "../plan/data-plan.ts";
import { nameFolder } from "./name-folder.ts";
import type { EventEntry, NameMatching } from "./program.ts";

/** Which list an entry stands in. */
export type EventKind = "events" | "screens";

/** Looks up what a data plan says. */
export interface Planned {
  /** Returns the planned events or screens of a name: several where it is planned with several types. */
  named(kind: EventKind, name: string): readonly PlannedEvent[];
  /** Returns those of an entry's name that have its type too; all of its name where none has. */
  matching(kind: EventKind, entry: EventEntry): readonly PlannedEvent[];
  userAttribute(name: string): PlannedAttribute | undefined;
  /** Returns what the attributes of an entry's events are planned to be: one for each event that plans the name. */
  eventAttribute(events: readonly PlannedEvent[], name: string): readonly PlannedAttribute[];
}

/** Returns how the names of a plan are looked up. */
export function createPlanned(plan: DataPlan, matching: NameMatching): Planned {
  const fold = nameFolder(matching);
  const byName = { events: groupByName(plan.events, fold), screens: groupByName(plan.screens, fold) };
  const folded = new Map<PlannedAttributes, ReadonlyMap<string, PlannedAttribute>>();
  const find = (attributes: PlannedAttributes | undefined, name: string) => {
    if (attributes === undefined) return undefined;
    const index =
      folded.get(attributes) ?? new Map([...attributes].map(([key, value]) => [fold(key), value]));
    folded.set(attributes, index);
    return attributes.get(name) ?? index.get(fold(name));
  };
  const named = (kind: EventKind, name: string) => byName[kind].get(fold(name)) ?? [];
  return {
    named,
    matching(kind, { name, type }) {
      const events = named(kind, name);
      const ofType = events.filter((event) => hasType(event, type));
      return ofType.length > 0 ? ofType : events;
    },
    userAttribute: (name) => find(plan.userAttributes, name),
    eventAttribute: (events, name) => events.flatMap(({ attributes }) => find(attributes, name) ?? []),
  };
}

/** Says whether an entry's type takes a planned event. */
export function hasType(event: PlannedEvent, type: string | undefined): boolean {
  return type === undefined || event.type === undefined || event.type === type;
}

function groupByName(
  events: readonly PlannedEvent[],
  fold: (name: string) => string,
): ReadonlyMap<string, readonly PlannedEvent[]> {
  const groups = new Map<string, PlannedEvent[]>();
  for (const event of events) {
    const group = groups.get(fold(event.name)) ?? [];
    group.push(event);
    groups.set(fold(event.name), group);
  }
  return groups;
}

import { nameFolder } from "../compiler/check/name-folder.ts";
import type { Attribute, EventEntry, Program } from "../compiler/check/program.ts";

/** Looks up the entries of a waybill as it matches names itself. */
export interface WaybillEntries {
  readonly fold: (name: string) => string;
  readonly isSame: (one: string, other: string) => boolean;
  /** Returns the entries of an event or screen; where a type is known, those that take it. */
  entriesFor(kind: "event" | "screen", name: string, type: string | undefined): readonly EventEntry[];
  /** Returns those of the attributes that have a name among theirs. */
  named<T extends Pick<Attribute, "names">>(attributes: readonly T[], name: string): readonly T[];
}

/** Returns how entries of a waybill are looked up. */
export function waybillEntries(program: Program): WaybillEntries {
  const fold = nameFolder(program.source.names);
  const isSame = (one: string, other: string) => fold(one) === fold(other);
  const byName = {
    event: groupBy(program.events.entries, ({ name }) => fold(name)),
    screen: groupBy(program.screens.entries, ({ name }) => fold(name)),
  };
  return {
    fold,
    isSame,
    entriesFor(kind, name, type) {
      return (byName[kind].get(fold(name)) ?? []).filter((entry) => {
        return entry.type === undefined || type === undefined || entry.type === type;
      });
    },
    named: (attributes, name) => attributes.filter(({ names }) => names.some((one) => isSame(one, name))),
  };
}

/** Returns how people know an event: its name, and its type where there is one. */
export function eventWords(name: string, type: string | undefined): string {
  return `\`${name}\`${type === undefined ? "" : ` (${type})`}`;
}

/** Returns items by a key, in their order. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

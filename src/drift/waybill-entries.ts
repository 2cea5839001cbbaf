import { nameFolder } from "../compiler/check/name-folder.ts";
import type { Attribute, EventEntry, Program } from "../compiler/check/program.ts";

/** Looks up the entries of a waybill as it matches names itself. */
export interface WaybillEntries {
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
  return {
    isSame,
    entriesFor(kind, name, type) {
      const { entries } = kind === "event" ? program.events : program.screens;
      return entries.filter((entry) => {
        const takes = entry.type === undefined || type === undefined || entry.type === type;
        return takes && isSame(entry.name, name);
      });
    },
    named: (attributes, name) => attributes.filter(({ names }) => names.some((one) => isSame(one, name))),
  };
}

/** Returns how people know an event: its name, and its type where there is one. */
export function eventWords(name: string, type: string | undefined): string {
  return `\`${name}\`${type === undefined ? "" : ` (${type})`}`;
}

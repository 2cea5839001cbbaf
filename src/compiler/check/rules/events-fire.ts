import type { Report } from "../../diagnostics/diagnostic.ts";
import { nameFolder } from "../name-folder.ts";
import type { EventEntry } from "../program.ts";
import type { RuleContext } from "./index.ts";

/**
 * Events fire, each once.
 * One event never gives two requests of the same SessionM name (`language.md` §4.16): where that is certain it is
 * a mistake. An `otherwise` behind an entry that always fires is one too.
 */
export function eventsFire({ program, report }: RuleContext): void {
  const { events, screens, source } = program;
  const fold = nameFolder(source.names);
  for (const { entries } of [events, screens]) {
    const groups = new Map<string, CertainEntries>();
    for (const entry of entries) {
      const name = fold(entry.name);
      const earlier = groups.get(name) ?? { all: createTypes(), byTarget: new Map() };
      groups.set(name, earlier);
      checkEntry(entry, earlier, report);
      if (entry.condition === "always") add(entry, earlier);
    }
  }
}

/** The entries of one event name that have no condition. */
interface CertainEntries {
  readonly all: Types;
  readonly byTarget: Map<string, Types>;
}

/** The first entry, the first that takes every type, and the first of each type. */
interface Types {
  first: EventEntry | undefined;
  readonly byType: Map<string | undefined, EventEntry>;
}

function createTypes(): Types {
  return { first: undefined, byType: new Map() };
}

function add(entry: EventEntry, { all, byTarget }: CertainEntries): void {
  const target = byTarget.get(entry.to) ?? createTypes();
  byTarget.set(entry.to, target);
  for (const types of [all, target]) {
    types.first ??= entry;
    if (!types.byType.has(entry.type)) types.byType.set(entry.type, entry);
  }
}

function checkEntry(entry: EventEntry, { all, byTarget }: CertainEntries, report: Report): void {
  if (entry.condition === "otherwise") {
    const cover = all.byType.get(undefined) ?? all.byType.get(entry.type);
    if (cover === undefined) return;
    const labels = [{ span: cover.nameSpan, text: "this one fires first" }];
    return report("never-fires", entry.nameSpan, { event: entry.name }, labels);
  }
  const same = byTarget.get(entry.to);
  const twin =
    entry.type === undefined ? same?.first : (same?.byType.get(undefined) ?? same?.byType.get(entry.type));
  if (twin === undefined) return;
  const labels = [{ span: twin.toSpan, text: "first sent from here" }];
  report("duplicate-event", entry.toSpan, { event: entry.name, target: entry.to }, labels);
}

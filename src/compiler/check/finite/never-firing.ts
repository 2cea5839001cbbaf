import type { EventEntry, Program } from "../program.ts";
import { finiteContext } from "./finite-context.ts";
import { type EntryOutcome, entryGroup, fire } from "./fire.ts";
import { createQuestion } from "./question.ts";

/** An entry that no event fires though its condition can be true, what keeps it from it, and an entry that does. */
export interface NeverFiring {
  readonly entry: EventEntry;
  readonly outcome: "otherwise" | "duplicate";
  readonly cover: EventEntry;
}

/** How many combinations are tried for the entries of one name, all of them each time. */
const mostSteps = 20_000;

/** Returns the entries of one event name that earlier ones keep from ever firing; none where it is not decided. */
export function neverFiring(entries: readonly EventEntry[], program: Program): readonly NeverFiring[] {
  const { when } = program.source;
  const group = entryGroup(entries);
  const outer = when === undefined ? [] : [when.value];
  const question = createQuestion([...outer, ...group.expressions], finiteContext(program, entries[0]));
  if (question.count * entries.length > mostSteps) return [];
  const first = new Map<EventEntry, NeverFiring>();
  const fired = new Set<EventEntry>();
  for (const assignment of question.assignments()) {
    if (outer.some((condition) => assignment.valueUnder(condition) !== true)) continue;
    const outcomes = fire(group, assignment);
    for (const [index, entry] of entries.entries()) {
      const outcome = outcomes[index];
      if (outcome === "fires" && fired.add(entry).size === entries.length) return [];
      if (first.has(entry) || (outcome !== "otherwise" && outcome !== "duplicate")) continue;
      const cover = entries.find((one, at) => isCover(one, outcomes[at], entry, outcome));
      if (cover !== undefined) first.set(entry, { entry, outcome, cover });
    }
  }
  return [...first.values()].filter(({ entry }) => !fired.has(entry));
}

function isCover(
  one: EventEntry,
  itsOutcome: EntryOutcome | undefined,
  entry: EventEntry,
  outcome: NeverFiring["outcome"],
): boolean {
  return itsOutcome === "fires" && (outcome === "otherwise" || one.to === entry.to);
}

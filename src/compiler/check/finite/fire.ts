import type { Expression } from "../expression.ts";
import type { EventEntry } from "../program.ts";
import type { Assignment } from "./question.ts";
import { typeCondition } from "./type-condition.ts";

/** The entries of one event name, with their types as conditions. */
export interface EntryGroup {
  readonly entries: readonly EventEntry[];
  readonly types: ReadonlyMap<EventEntry, Expression>;
}

/** What becomes of an entry for an event. */
export type EntryOutcome = "fires" | "type" | "condition" | "otherwise" | "duplicate";

/** Returns the group of entries, and every expression that decides which of them fire. */
export function entryGroup(
  entries: readonly EventEntry[],
): EntryGroup & { readonly expressions: readonly Expression[] } {
  const types = new Map<EventEntry, Expression>();
  for (const entry of entries) {
    const condition = typeCondition(entry);
    if (condition !== undefined) types.set(entry, condition.value);
  }
  const conditions = entries.flatMap(({ condition }) =>
    typeof condition === "object" ? condition.value : [],
  );
  return { entries, types, expressions: [...types.values(), ...conditions] };
}

/** Returns what becomes of each entry under an assignment (`language.md` §4.16). */
export function fire({ entries, types }: EntryGroup, { valueUnder }: Assignment): readonly EntryOutcome[] {
  const sent = new Set<string>();
  return entries.map((entry) => {
    const { condition, to } = entry;
    const type = types.get(entry);
    if (type !== undefined && valueUnder(type) !== true) return "type";
    if (condition === "otherwise" && sent.size > 0) return "otherwise";
    if (typeof condition === "object" && valueUnder(condition.value) !== true) return "condition";
    if (sent.has(to)) return "duplicate";
    sent.add(to);
    return "fires";
  });
}

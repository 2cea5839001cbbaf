import type { Decision } from "../interpreter/decision.ts";

/** The decisions about each event by its index, its beginning first; under null those before the first event. */
export type DecisionsByEvent = ReadonlyMap<number | null, readonly Decision[]>;

/** Returns decisions by the event that they are about. */
export function decisionsByEvent(decisions: readonly Decision[]): DecisionsByEvent {
  let own: Decision[] = [];
  const byEvent = new Map<number | null, Decision[]>([[null, own]]);
  for (const decision of decisions) {
    if (decision.kind === "event") {
      own = [];
      byEvent.set(decision.index, own);
    }
    own.push(decision);
  }
  return byEvent;
}

/** Returns values by a key, in order. */
export function groupBy<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

import type { StoredEvent } from "./event-log.ts";

/** Events that look like one event delivered several times. */
export interface DuplicateGroup {
  readonly user_id: string;
  readonly name: string;
  readonly transaction_id: string | null;
  readonly count: number;
  /** The numbers of the events, as `GET /sandbox/events` shows them. */
  readonly events: readonly number[];
}

/** Duplicates in two senses: the same transaction, and the same content whatever the transaction. */
export interface Duplicates {
  readonly by_transaction_id: readonly DuplicateGroup[];
  readonly by_content: readonly DuplicateGroup[];
}

/** Returns the duplicates among events that requests made. */
export function findDuplicates(events: readonly StoredEvent[]): Duplicates {
  const sent = events.filter((event) => event.cause === "request");
  const withId = sent.filter((event) => event.transaction_id !== null);
  return {
    by_transaction_id: groups(withId, (event) => [event.user_id, event.transaction_id]),
    by_content: groups(sent, contentKey),
  };
}

function contentKey(event: StoredEvent): readonly unknown[] {
  const context = Object.entries(event.context).sort(([a], [b]) => (a < b ? -1 : 1));
  return [event.user_id, event.name, event.date, event.qty, context];
}

function groups(
  events: readonly StoredEvent[],
  key: (event: StoredEvent) => readonly unknown[],
): readonly DuplicateGroup[] {
  const byKey = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const text = JSON.stringify(key(event));
    const group = byKey.get(text);
    if (group === undefined) byKey.set(text, [event]);
    else group.push(event);
  }
  return [...byKey.values()].flatMap((group) => (group.length > 1 ? renderGroup(group) : []));
}

function renderGroup(group: readonly StoredEvent[]): readonly DuplicateGroup[] {
  return group.slice(0, 1).map(({ user_id, name, transaction_id }) => ({
    user_id,
    name,
    transaction_id,
    count: group.length,
    events: group.map((event) => event.number),
  }));
}

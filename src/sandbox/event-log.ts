import { createRing } from "./ring.ts";

const limit = 100_000;

/** An event that took effect. */
export interface StoredEvent {
  readonly number: number;
  readonly user_id: string;
  /** The external id, or SessionM id, that the request named. */
  readonly sent_to: string;
  readonly name: string;
  readonly transaction_id: string | null;
  readonly qty: string;
  readonly date: string | null;
  readonly context: Readonly<Record<string, unknown>>;
  readonly received_at: string;
  /** What made it: a request, or a campaign that a profile update triggered. */
  readonly cause: "request" | "campaign";
}

/** The last 100,000 events, and their transaction ids. */
export interface EventLog {
  add(event: Omit<StoredEvent, "number">): void;
  items(): readonly StoredEvent[];
  count(): number;
  /** Returns whether a transaction was noted since a time. */
  hasTransaction(key: string, since: number): boolean;
  noteTransaction(key: string, now: number): void;
}

/** Creates an empty event log. */
export function createEventLog(): EventLog {
  const events = createRing<StoredEvent>(limit);
  const transactions = new Map<string, number>();
  return {
    add: (event) => events.push({ number: events.total() + 1, ...event }),
    items: events.items,
    count: events.total,
    hasTransaction: (key, since) => (transactions.get(key) ?? Number.NEGATIVE_INFINITY) >= since,
    noteTransaction(key, now) {
      transactions.set(key, now);
      const [oldest] = transactions.keys();
      if (transactions.size > limit && oldest !== undefined) transactions.delete(oldest);
    },
  };
}

import type { Request } from "../emitted/result.ts";
import { hashKey } from "../queue/hash-key.ts";

/** A request with what it is called in a queue. */
export interface KeyedRequest {
  /** The same under every build of the waybill: the position and SessionM's name. */
  readonly key: string;
  readonly request: Request;
  /** Events only. */
  readonly event: EventFacts | undefined;
}

/** What an event says of itself. */
export interface EventFacts {
  /** The same for every request that brings this event. */
  readonly key: string;
  /** Milliseconds since 1970; undefined where it has no date. */
  readonly at: number | undefined;
}

interface EventBody {
  readonly events: Readonly<Record<string, { readonly transaction_id: string; readonly date?: string }>>;
}

const profileKey = "profile";

/** Returns the position of the data point that a key names. */
export function positionOf(key: string): number {
  return key === profileKey ? -1 : Number.parseInt(key, 10);
}

/** Names the requests of one batch. */
export function keyRequests(requests: readonly Request[]): readonly KeyedRequest[] {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return requests.map((request) => {
    if (request.kind === "profile") return { key: profileKey, request, event: undefined };
    // The emitted code made it, see `sendEvent`.
    const { events } = JSON.parse(request.body) as EventBody;
    const [name = "", facts] = Object.entries(events)[0] ?? [];
    const base = `${request.position}:${name}`;
    let count = counts.get(base) ?? 0;
    let key: string;
    // A name may end in `#2` of itself.
    do key = ++count === 1 ? base : `${base}#${count}`;
    while (taken.has(key));
    counts.set(base, count);
    taken.add(key);
    const event = {
      key: hashKey(request.externalId, name, facts?.transaction_id ?? ""),
      at: facts?.date === undefined ? undefined : Date.parse(facts.date),
    };
    return { key, request, event };
  });
}

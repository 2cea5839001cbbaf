import type { Outcome, UndeliveredReason } from "../../runtime/delivery/outcome.ts";
import type { DropCounts, Reason, Request } from "../../runtime/emitted/result.ts";
import { createLatencies, type Latencies } from "./latencies.ts";

/** What a run has done so far; it only ever grows. */
export interface Tally {
  batches: number;
  /** Texts that are not JSON or too long. */
  unreadable: number;
  /** Whether the input broke off. */
  isBroken: boolean;
  /** Whether delivery stopped before the end of the input. */
  isStopped: boolean;
  retries: number;
  unchanged: number;
  readonly requests: Kinds;
  readonly delivered: Kinds;
  readonly undelivered: Map<UndeliveredReason, number>;
  readonly drops: Map<Reason, number>;
  readonly latencies: Latencies;
}

/** A number for each kind of request. */
export type Kinds = { [kind in Request["kind"]]: number };

/** Returns a tally of nothing. */
export function createTally(): Tally {
  return {
    batches: 0,
    unreadable: 0,
    isBroken: false,
    isStopped: false,
    retries: 0,
    unchanged: 0,
    requests: { profile: 0, event: 0 },
    delivered: { profile: 0, event: 0 },
    undelivered: new Map(),
    drops: new Map(),
    latencies: createLatencies(),
  };
}

/** Counts what a forwarder made of a batch. */
export function countBatch(tally: Tally, requests: readonly Request[], drops: DropCounts): void {
  tally.batches++;
  for (const request of requests) tally.requests[request.kind]++;
  for (const reason in drops) {
    // INVARIANT: the keys of DropCounts are reasons.
    increase(tally.drops, reason as Reason, drops[reason as Reason] ?? 0);
  }
}

/** Counts what became of a request. */
export function countOutcome(tally: Tally, request: Request, outcome: Outcome): void {
  if (outcome.kind === "unchanged") {
    tally.unchanged++;
    return;
  }
  tally.retries += outcome.retries;
  if (outcome.kind === "undelivered") return increase(tally.undelivered, outcome.reason, 1);
  tally.delivered[request.kind]++;
  tally.latencies.add(outcome.milliseconds);
}

/** The sum of both kinds. */
export function sumOfKinds({ profile, event }: Kinds): number {
  return profile + event;
}

/** The sum of all counts. */
export function sumOfCounts(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function increase<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  if (by > 0) counts.set(key, (counts.get(key) ?? 0) + by);
}

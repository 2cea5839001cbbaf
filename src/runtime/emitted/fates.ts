import type { Place, Reason } from "./result.ts";

/**
 * What became of data points: sent, or left out for a reason, decided at a place. Most are sent, and of most nothing
 * else is ever said, so that a list of their names is all it takes.
 */
export interface Fates {
  /** The names that went out; one that went out twice is here twice. */
  readonly sent: string[];
  /** The reasons not to send others, by name; made when there is the first. */
  reasons: Map<string, Verdict> | undefined;
}

/** A reason and the place in the waybill that decided it. */
export interface Verdict {
  readonly reason: Reason;
  readonly at: Place;
}

/** The reasons of attributes and identities; where several apply the first of the row counts (`language.md` §4). */
const row: readonly Reason[] = [
  "malformed",
  "not_enabled",
  "empty_key",
  "not_defined",
  "duplicate_key",
  "condition",
  "removed_not_forwarded",
  "null_value",
  "empty_value",
  "no_value",
  "profile_limit",
  "attribute_limit",
];

/** Returns fates of which nothing was said. */
export function createFates(): Fates {
  return { sent: [], reasons: undefined };
}

/** Notes that a data point went out; nothing takes that back. */
export function noteSent({ sent }: Fates, name: string): void {
  sent.push(name);
}

/** Notes a reason not to send a data point, unless an earlier reason of the row is known. */
export function noteReason(fates: Fates, name: string, reason: Reason, at: Place): void {
  fates.reasons ??= new Map();
  const known = fates.reasons.get(name);
  if (known !== undefined && row.indexOf(known.reason) <= row.indexOf(reason)) return;
  fates.reasons.set(name, { reason, at });
}

/** Calls `visit` with each data point that did not go out for a reason that was said. */
export function visitReasons(
  { sent, reasons }: Fates,
  visit: (name: string, verdict: Verdict) => void,
): void {
  if (reasons === undefined) return;
  for (const [name, verdict] of reasons) if (!sent.includes(name)) visit(name, verdict);
}

/** Up to so many names, comparing them all is faster than making a set of them. */
const fewNames = 32;

/** Returns how many data points went out, each counted once. */
export function countSent({ sent }: Fates): number {
  if (sent.length > fewNames) return new Set(sent).size;
  let count = 0;
  for (let index = 0; index < sent.length; index++) {
    const name = sent[index];
    if (name !== undefined && sent.indexOf(name) === index) count++;
  }
  return count;
}

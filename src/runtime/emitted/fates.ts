import type { Place, Reason } from "./result.ts";

/** What became of data points: sent, or left out for a reason, decided at a place. */
export type Fates = Map<string, Fate>;

type Fate = "sent" | Verdict;

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

/** Notes that a data point went out; nothing takes that back. */
export function noteSent(fates: Fates, name: string): void {
  fates.set(name, "sent");
}

/** Notes a reason not to send a data point, unless it was sent or an earlier reason of the row is known. */
export function noteReason(fates: Fates, name: string, reason: Reason, at: Place): void {
  const known = fates.get(name);
  if (known === "sent" || (known && row.indexOf(known.reason) <= row.indexOf(reason))) return;
  fates.set(name, { reason, at });
}

import type { Attribute, EventEntry, Field, Program } from "../compiler/check/program.ts";

/** What is looked for: an attribute of the profile, or anything about an event. */
export interface Subject {
  readonly attribute: Attribute | Field | undefined;
  /** The entries that an event for it may fire, its own among them; none where it is not about an event. */
  readonly rivals: readonly EventEntry[];
}

/**
 * Returns a waybill with nothing but what decides whether something is reached: the rest neither helps nor hinders it, and
 * to try a batch costs the same however long the waybill is.
 */
export function narrow(
  { profile, events, screens, ...rest }: Program,
  { attribute, rivals }: Subject,
): Program {
  const only = <T extends Attribute | Field>(list: readonly T[]) => list.filter((one) => one === attribute);
  const among = new Set(rivals);
  const pick = (list: readonly EventEntry[]) => list.filter((entry) => among.has(entry));
  return {
    ...rest,
    profile: { ...profile, fields: only(profile.fields), attributes: only(profile.attributes) },
    events: { ...events, entries: pick(events.entries) },
    screens: { ...screens, entries: pick(screens.entries) },
  };
}

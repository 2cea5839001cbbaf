/** The names that exports know, and what mParticle's hashes of them mean. */

import type { DataPoint, Exports } from "./exports.ts";
import { mparticleHash } from "./mparticle-hash.ts";
import { commerceEvents, eventTypeNumbers, messageTypes } from "./type-numbers.ts";

/** A custom event or a screen view that an export names. */
export interface KnownEvent {
  readonly kind: "event" | "screen";
  readonly name: string;
  /** `custom_event_type`; undefined for a screen, and where no export says it. */
  readonly type: string | undefined;
  readonly attributes: ReadonlySet<string>;
}

/** What a hash may mean. */
export type HashMeaning =
  | { readonly kind: "event"; readonly name: string; readonly type: string | undefined }
  | { readonly kind: "screen"; readonly name: string }
  | { readonly kind: "commerce"; readonly name: string };

/** Looks up what hashes mean. */
export interface KnownNames {
  readonly events: readonly KnownEvent[];
  /** Returns the events that a hash may mean: one, or several of names that differ in case only or by accident. */
  eventsOf(hash: string): readonly HashMeaning[];
  /** Returns the events that have an attribute with a hash: the hash does not say which of them is meant. */
  attributesOf(hash: string): readonly { readonly event: KnownEvent; readonly attribute: string }[];
}

/** Returns the names that exports know, and those of `more` that they do not have in any casing. */
export function knownNames(exports: Exports, more: readonly KnownEvent[] = []): KnownNames {
  const exported = knownEvents(exports);
  const names = new Set(exported.map(({ kind, name }) => `${kind} ${name.toLowerCase()}`));
  const events = [
    ...exported,
    ...more.filter(({ kind, name }) => !names.has(`${kind} ${name.toLowerCase()}`)),
  ];
  const exact = new Map<string, HashMeaning[]>();
  const other = new Map<string, HashMeaning[]>();
  for (const { kind, name, type } of events) {
    if (kind === "screen") {
      const { screen } = messageTypes;
      for (const text of [`${screen}0${name}`, `0${name}`]) add(exact, mparticleHash(text), { kind, name });
      continue;
    }
    for (const [known, number] of eventTypeNumbers) {
      // An event that is known with one type may have had another when it was mapped.
      const index = type === undefined || type === known ? exact : other;
      const meaning = { kind, name, type: known === "unknown" ? undefined : known };
      for (const text of [`${messageTypes.event}${number}${name}`, `${number}${name}`]) {
        add(index, mparticleHash(text), meaning);
      }
    }
  }
  for (const [number, name] of commerceEvents) {
    const text = `${messageTypes.commerce}${number}eCommerce - ${name}`;
    add(exact, mparticleHash(text), { kind: "commerce", name });
  }
  return {
    events,
    eventsOf: (hash) => exact.get(hash) ?? other.get(hash) ?? [],
    attributesOf: attributeIndex(events),
  };
}

function attributeIndex(events: readonly KnownEvent[]): KnownNames["attributesOf"] {
  const index = new Map<string, { readonly event: KnownEvent; readonly attribute: string }[]>();
  for (const event of events) {
    const numbers = event.type === undefined ? [...eventTypeNumbers.values()] : typeNumbers(event.type);
    const prefixes =
      event.kind === "screen"
        ? [`${messageTypes.screen}0`]
        : numbers.map((number) => `${messageTypes.event}${number}`);
    for (const attribute of event.attributes) {
      for (const prefix of prefixes) {
        const hash = mparticleHash(prefix + attribute);
        const known = index.get(hash);
        if (known === undefined) index.set(hash, [{ event, attribute }]);
        else known.push({ event, attribute });
      }
    }
  }
  return (hash) => index.get(hash) ?? [];
}

function typeNumbers(type: string): readonly number[] {
  const number = eventTypeNumbers.get(type);
  return number === undefined ? [] : [number];
}

/** Adds what a hash may mean; an event that is known with a type and without one is one event. */
function add(index: Map<string, HashMeaning[]>, hash: string, meaning: HashMeaning): void {
  const known = index.get(hash);
  const isThere = known?.some((one) => JSON.stringify(one) === JSON.stringify(meaning)) ?? false;
  if (known === undefined) index.set(hash, [meaning]);
  else if (!isThere) known.push(meaning);
}

function knownEvents({ plan, filter, dataPoints }: Exports): readonly KnownEvent[] {
  const found = new Map<string, KnownEvent & { readonly attributes: Set<string> }>();
  const note = (kind: KnownEvent["kind"], name: string, type: string | undefined) => {
    const key = JSON.stringify([kind, name, type]);
    const event = found.get(key) ?? { kind, name, type, attributes: new Set<string>() };
    found.set(key, event);
    return event;
  };
  for (const { name, type, attributes } of plan?.events ?? []) {
    const event = note("event", name, type);
    for (const attribute of attributes?.keys() ?? []) event.attributes.add(attribute);
  }
  for (const { name, attributes } of plan?.screens ?? []) {
    const screen = note("screen", name, undefined);
    for (const attribute of attributes?.keys() ?? []) screen.attributes.add(attribute);
  }
  for (const point of [...(filter?.points ?? []), ...dataPoints]) {
    const kind = eventKindOf(point);
    if (kind === undefined) continue;
    const event = note(kind, point.name, point.eventType);
    if (point.attribute !== undefined) event.attributes.add(point.attribute);
  }
  return [...found.values()];
}

/** Returns which kind of event a data point is, or is an attribute of. */
export function eventKindOf({ kind }: DataPoint): KnownEvent["kind"] | undefined {
  if (kind === "event" || kind === "event_attribute") return "event";
  return kind === "screen" || kind === "screen_attribute" ? "screen" : undefined;
}

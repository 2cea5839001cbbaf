/**
 * Takes: the decisions that the interpreter made while tests ran. Gives: which items of a waybill were reached, and
 * of each other one why not.
 */
import type { Attribute, Condition, EventEntry, Field, Program } from "../compiler/check/program.ts";
import type { Decision, EntryDecision, Recorder } from "../interpreter/decision.ts";
import { foldCase } from "../interpreter/values.ts";
import { type CoverageItem, coverageItems } from "./items.ts";

/** An item, whether it was reached, and if not, why. */
export interface Covered {
  readonly item: CoverageItem;
  readonly isReached: boolean;
  /** Empty where it was reached. */
  readonly reason: string;
}

/** Collects decisions. */
export interface Coverage {
  /** Takes the decisions of one more batch. */
  startBatch(): Recorder;
  /** Returns why an item was not reached; undefined where it was. */
  whyMissing(item: CoverageItem): string | undefined;
  result(): readonly Covered[];
}

type EventOutcome = Extract<Decision, { kind: "event_entry" }>["outcome"];

/** What was seen of a program so far. */
interface Seen {
  readonly events: Map<EventEntry, EventOutcome[]>;
  /** The types with which each name came. */
  readonly names: Map<string, Set<string>>;
  readonly entries: Map<string, EntryDecision[]>;
  readonly identities: Map<unknown, number>;
  readonly conditions: Map<unknown, boolean[]>;
  readonly limits: Map<EventEntry | undefined, { most: number; isCut: boolean }>;
}

/** Returns a coverage of nothing yet. */
export function createCoverage(program: Program): Coverage {
  const seen: Seen = {
    events: new Map(),
    names: new Map(),
    entries: new Map(),
    identities: new Map(),
    conditions: new Map(),
    limits: new Map(),
  };
  const keys = createKeys();
  return {
    startBatch: () => recordInto(seen, keys),
    whyMissing: (item) => missing(item, seen, keys, program),
    result: () =>
      coverageItems(program).map((item) => {
        const reason = missing(item, seen, keys, program);
        return { item, isReached: reason === undefined, reason: reason ?? "" };
      }),
  };
}

/** An attribute of a set stands in several events; each is an item of its own. */
type Keys = (attribute: Attribute | Field, of: EventEntry | undefined) => string;

function createKeys(): Keys {
  const numbers = new Map<unknown, number>();
  const number = (value: unknown) => {
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  };
  return (attribute, of) => `${number(attribute)} ${number(of)}`;
}

function recordInto(seen: Seen, keys: Keys): Recorder {
  let event: EventEntry | undefined;
  return (decision) => {
    switch (decision.kind) {
      case "condition":
        return add(seen.conditions, decision.condition, decision.isMet);
      case "identity":
        if (decision.id !== undefined) {
          seen.identities.set(decision.identity, (seen.identities.get(decision.identity) ?? 0) + 1);
        }
        return;
      case "event":
        event = undefined;
        return addName(seen.names, decision.name, decision.type);
      case "event_entry":
        event = decision.entry;
        return add(seen.events, decision.entry, decision.outcome);
      case "entry":
        add(seen.entries, keys(decision.entry, event), decision);
        return noteLimit(seen, event, decision.before, decision.reason);
      case "new":
        return noteLimit(seen, event, 0, decision.reason);
    }
  };
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function addName(names: Map<string, Set<string>>, name: string, type: unknown): void {
  const types = names.get(name) ?? new Set<string>();
  types.add(typeof type === "string" ? type : "none");
  names.set(name, types);
}

function noteLimit(
  seen: Seen,
  event: EventEntry | undefined,
  before: number,
  reason: string | undefined,
): void {
  const limit = seen.limits.get(event) ?? { most: 0, isCut: false };
  limit.most = Math.max(limit.most, before);
  limit.isCut ||= reason === "attribute_limit" || reason === "profile_limit";
  seen.limits.set(event, limit);
}

/** Returns why an item was not reached; undefined where it was. */
function missing(item: CoverageItem, seen: Seen, keys: Keys, program: Program): string | undefined {
  if ("event" in item) return missingEvent(item.event, seen, program);
  if ("identity" in item) {
    return seen.identities.has(item.identity) ? undefined : "no batch has this identity";
  }
  if (item.kind === "condition") {
    return "condition" in item
      ? missingOutcome(item.condition, item.outcome, seen)
      : missingOtherwise(item.otherwise, item.outcome, seen);
  }
  if (item.kind === "limit") {
    const limit = seen.limits.get(item.of);
    if (limit?.isCut === true) return undefined;
    return item.of !== undefined && limit !== undefined
      ? "no event has more than it takes"
      : "no batch has more than it takes";
  }
  const evaluated = seen.entries.get(keys(item.attribute, item.of)) ?? [];
  if (item.kind === "spelling") {
    const ignoresCase = "field" in item.attribute || program.source.names === "ignore_case";
    return missingSpelling(item.name, evaluated, ignoresCase);
  }
  return missingAttribute(evaluated, item.of);
}

function missingEvent(entry: EventEntry, seen: Seen, program: Program): string | undefined {
  const outcomes = seen.events.get(entry) ?? [];
  if (outcomes.includes("fires")) return undefined;
  if (outcomes.length > 0) {
    const reasons = {
      condition: "its condition was false",
      otherwise: "an earlier entry fired",
      duplicate: `\`${entry.to}\` had been sent already`,
      fires: "",
    };
    return [...new Set(outcomes)]
      .map((outcome) => `${reasons[outcome]} ${times(outcomes.filter((one) => one === outcome).length)}`)
      .join(", ");
  }
  const { names } = program.source;
  const alike = [...seen.names.keys()].filter((name) => foldCase(name) === foldCase(entry.name));
  const [same] = alike.filter((name) => names === "ignore_case" || name === entry.name);
  if (same !== undefined && entry.type !== undefined) {
    const types = [...(seen.names.get(same) ?? [])].sort();
    return `it came, but not with the type ${entry.type}: ${types.join(", ")}`;
  }
  if (same === undefined && alike[0] !== undefined) return `only \`${alike[0]}\` came, which differs in case`;
  return "no batch has this event";
}

function missingOutcome(condition: Condition, outcome: boolean, seen: Seen): string | undefined {
  const outcomes = seen.conditions.get(condition.value) ?? [];
  if (outcomes.includes(outcome)) return undefined;
  return outcomes.length === 0 ? "it was never looked at" : `it was ${!outcome} ${times(outcomes.length)}`;
}

function missingOtherwise(entry: EventEntry, outcome: boolean, seen: Seen): string | undefined {
  const outcomes = seen.events.get(entry) ?? [];
  const isThere = outcomes.some((one) => (one === "otherwise") === !outcome);
  if (isThere) return undefined;
  if (outcomes.length === 0) return "it was never looked at";
  return outcome ? "an earlier entry fired each time" : "no earlier entry fired";
}

function missingAttribute(
  evaluated: readonly EntryDecision[],
  of: EventEntry | undefined,
): string | undefined {
  if (evaluated.some(({ text }) => text !== undefined)) return undefined;
  if (evaluated.length === 0) return of === undefined ? "no profile was made" : "its event did not fire";
  const there = evaluated.filter((one) => one.there.length > 0 || one.removed.length > 0);
  const decided = there.length > 0 ? there : evaluated;
  if (decided.every(({ reason }) => reason === "condition"))
    return `its condition was false ${times(decided.length)}`;
  if (there.length === 0) return "no batch has it";
  if (there.every(({ given }) => given === undefined)) return `its value was null ${times(there.length)}`;
  if (there.some(({ reason }) => reason === "attribute_limit")) return "the limit cut it";
  return `it came to nothing ${times(there.length)}: its value is empty or has no row in the table`;
}

function missingSpelling(
  name: string,
  evaluated: readonly EntryDecision[],
  ignoresCase: boolean,
): string | undefined {
  const matches = (source: string | undefined) => {
    return source !== undefined && (source === name || (ignoresCase && foldCase(source) === foldCase(name)));
  };
  if (evaluated.some(({ source }) => matches(source))) return undefined;
  const isThere = evaluated.some(({ there }) => there.some(matches));
  return isThere ? "an earlier name was taken each time" : "no batch has it";
}

function times(count: number): string {
  return count === 1 ? "the one time" : `each of ${count} times`;
}

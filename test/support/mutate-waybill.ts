import type { Random } from "../../src/random/random.ts";
import type { RandomWaybill } from "./arbitrary-waybill.ts";

/** JSON that is changed in place. */
type Part = { [key: string]: unknown };

/** One way to change a waybill: says whether it found something to change. */
type Mutation = (waybill: Part, random: Random) => boolean;

/** A copy of a waybill in which something was changed, and what that was. */
export interface MutatedWaybill {
  readonly what: string;
  readonly waybill: RandomWaybill;
}

/** Returns a changed copy of a waybill. Some changes mean nothing: the copy does the same then. */
export function mutateWaybill(waybill: RandomWaybill, random: Random): MutatedWaybill {
  for (;;) {
    const copy: Part = structuredClone(waybill);
    const [what, mutation] = random.pick(mutations);
    if (mutation(copy, random)) return { what, waybill: copy };
  }
}

const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sectionOf(waybill: Part, key: string): Part {
  const given = waybill[key];
  const section = isPart(given) ? given : {};
  waybill[key] = section;
  return section;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The lists of attribute entries, of the profile and of each event. */
function attributeLists(waybill: Part): readonly unknown[][] {
  const events = [...listOf(waybill["events"]), ...listOf(waybill["screens"])].filter(isPart);
  return [sectionOf(waybill, "profile"), ...events].map(({ attributes }) => listOf(attributes));
}

const eventLists = (waybill: Part) => [listOf(waybill["events"]), listOf(waybill["screens"])];

/** Every long form of an entry. */
function entries(waybill: Part): readonly Part[] {
  return [...attributeLists(waybill), ...eventLists(waybill)].flat().filter(isPart);
}

function pickOf<T>(items: readonly T[], random: Random): T | undefined {
  return items[random.below(items.length || 1)];
}

/** Changes a list of at least `least` items. */
function inList(
  lists: (waybill: Part) => readonly unknown[][],
  least: number,
  change: (list: unknown[], random: Random) => void,
): Mutation {
  return (waybill, random) => {
    const list = pickOf(
      lists(waybill).filter(({ length }) => length >= least),
      random,
    );
    if (list !== undefined) change(list, random);
    return list !== undefined;
  };
}

/** Changes one of the parts that have a key. */
function inPart(
  parts: (waybill: Part) => readonly Part[],
  key: string,
  change: (value: unknown, random: Random) => unknown,
): Mutation {
  return (waybill, random) => {
    const part = pickOf(
      parts(waybill).filter((one) => key in one),
      random,
    );
    if (part === undefined) return false;
    const value = change(part[key], random);
    if (value === undefined) delete part[key];
    else part[key] = value;
    return true;
  };
}

/** Gives a setting of a section another value. */
function setting(section: string, key: string, values: readonly [unknown, ...unknown[]]): Mutation {
  return (waybill, random) => {
    const part = section === "" ? waybill : sectionOf(waybill, section);
    const before = JSON.stringify(part[key]);
    part[key] = random.pick(values);
    return JSON.stringify(part[key]) !== before;
  };
}

const remove = (list: unknown[], random: Random) => void list.splice(random.below(list.length), 1);
const reverse = (list: unknown[]) => void list.reverse();
function swap(list: unknown[], random: Random): void {
  const at = random.below(list.length - 1);
  list.splice(at, 2, list[at + 1], list[at]);
}

const conditioned = (waybill: Part) => [
  ...entries(waybill).filter(({ when }) => when !== "otherwise"),
  sectionOf(waybill, "profile"),
  sectionOf(waybill, "source"),
];
const isObjectTable = (value: unknown): Part => (isPart(value) ? value : {});
const onTable = (change: (pairs: [string, unknown][]) => readonly [string, unknown][]) => (value: unknown) =>
  Object.fromEntries(change(Object.entries(isObjectTable(value))));

/** The same entry in its long form, with what it leaves out said. */
function longForm(list: unknown[], random: Random): void {
  const at = random.below(list.length);
  const entry = list[at];
  if (typeof entry === "string") list[at] = { attribute: entry };
  else if (isPart(entry) && !("attribute" in entry) && !("set" in entry)) {
    const [[attribute, to] = []] = Object.entries(entry);
    list[at] = { attribute, to };
  } else if (isPart(entry) && !["value", "text", "lookup"].some((key) => key in entry)) {
    list[at] = { ...entry, value: "value" };
  }
}

/** Moves a list of attributes to a set. */
const toSet: Mutation = (waybill) => {
  const profile = sectionOf(waybill, "profile");
  if (listOf(profile["attributes"]).length === 0) return false;
  waybill["attribute_sets"] = { moved: profile["attributes"] };
  profile["attributes"] = [{ set: "moved" }];
  return true;
};

/** Adds an entry that can never fire. */
const addDead: Mutation = (waybill) => {
  const dead = { event: "Order", to: "never", when: 'platform == "ios" and platform == "android"' };
  waybill["events"] = [...listOf(waybill["events"]), dead];
  return true;
};

const styles = ["preserve", "snake_case", "lower_case", "upper_case"] as const;
const toggles = ["forward", "drop"] as const;

const mutations: readonly [readonly [string, Mutation], ...(readonly [string, Mutation])[]] = [
  ["an attribute is removed", inList(attributeLists, 1, remove)],
  ["an event is removed", inList(eventLists, 1, remove)],
  ["two attributes are swapped", inList(attributeLists, 2, swap)],
  ["attributes are reversed", inList(attributeLists, 2, reverse)],
  ["two events are swapped", inList(eventLists, 2, swap)],
  ["events are reversed", inList(eventLists, 2, reverse)],
  ["an attribute is written in its long form", inList(attributeLists, 1, longForm)],
  ["attributes are moved to a set", toSet],
  ["an event that cannot fire is added", addDead],
  ["a condition is removed", inPart(conditioned, "when", () => undefined)],
  ["a condition is negated", inPart(conditioned, "when", (when) => `not (${when})`)],
  ["a condition is negated twice", inPart(conditioned, "when", (when) => `not (not (${when}))`)],
  ["a condition is doubled", inPart(conditioned, "when", (when) => `(${when}) and (${when})`)],
  ["a condition is narrowed", inPart(conditioned, "when", (when) => `(${when}) and platform != "ios"`)],
  ["a condition is widened", inPart(conditioned, "when", (when) => `(${when}) or user("a") == "yes"`)],
  ["a target is renamed", inPart(entries, "to", (to) => `${to}2`)],
  ["a target is left out", inPart(entries, "to", () => undefined)],
  ["an attribute is renamed", inPart(entries, "attribute", (name) => ["renamed", name].flat())],
  ["a type is left out", inPart(entries, "type", () => undefined)],
  ["a value is left out", inPart(entries, "value", () => undefined)],
  ["a value is made otherwise", inPart(entries, "value", (value) => `(${value}) ?? "none"`)],
  ["a value is wrapped", inPart(entries, "value", (value) => `default(${value})`)],
  [
    "a table is reordered",
    inPart(
      entries,
      "lookup",
      onTable((pairs) => pairs.reverse()),
    ),
  ],
  [
    "a table is cut",
    inPart(
      entries,
      "lookup",
      onTable((pairs) => [...pairs.slice(1), ["other", "x"]]),
    ),
  ],
  ["what else a table gives is changed", inPart(entries, "else", () => "other")],
  ["names match otherwise", setting("source", "names", ["exact", "ignore_case"])],
  ["users are others", setting("source", "users", ["all", "logged_in"])],
  [
    "platforms are others",
    setting("source", "platforms", [["ios", "android"], ["android", "ios"], ["roku"]]),
  ],
  ["replays are others", setting("source", "replays", ["forward", "drop"])],
  ["keys of the profile are cased", setting("casing", "user_attributes", styles)],
  ["keys of events are cased", setting("casing", "event_attributes", styles)],
  ["unlisted attributes", setting("profile", "new_attributes", toggles)],
  ["lists are written otherwise", setting("profile", "lists", ["json", "comma"])],
  ["removed attributes", setting("profile", "removed", ["empty", "keep"])],
  [
    "reserved fields",
    setting("profile", "reserved_fields", ["default", "none", ["$City", "$Zip"], ["$Zip", "$City"]]),
  ],
  ["unlisted events", setting("", "new_events", toggles)],
  ["the description", setting("", "description", ["another"])],
];

import type { Report } from "../../diagnostics/diagnostic.ts";
import { neverFiring } from "../finite/never-firing.ts";
import { nameFolder } from "../name-folder.ts";
import type { Condition, EventEntry, Program } from "../program.ts";
import type { RuleContext } from "./index.ts";

/**
 * Events fire, each once.
 * One event never gives two requests of the same SessionM name (`language.md` §4.16): where that is certain it is
 * a mistake. An `otherwise` behind entries of which one always fires can never fire; an entry that would send what
 * earlier ones have sent already, whenever its condition is true, can never send anything.
 */
export function eventsFire({ program, report }: RuleContext): void {
  const { events, screens, source } = program;
  const fold = nameFolder(source.names);
  for (const { entries } of [events, screens]) {
    for (const group of groupsOf(entries, ({ name }) => fold(name))) checkGroup(group, program, report);
  }
}

function groupsOf(
  entries: readonly EventEntry[],
  keyOf: (entry: EventEntry) => string,
): Iterable<readonly EventEntry[]> {
  const groups = new Map<string, EventEntry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return groups.values();
}

/** Checks the entries of one event name; an entry on its own has none before it. */
function checkGroup(group: readonly EventEntry[], program: Program, report: Report): void {
  if (group.length === 1) return;
  const earlier = createEarlier();
  const reported = new Set<EventEntry>();
  for (const entry of group) {
    if (checkEntry(entry, earlier, report)) reported.add(entry);
    add(entry, earlier);
  }
  checkTogether(group, reported, program, report);
}

/** Several earlier entries may take together what none of them takes alone. */
function checkTogether(
  entries: readonly EventEntry[],
  reported: ReadonlySet<EventEntry>,
  program: Program,
  report: Report,
): void {
  if (!entries.some(({ condition }) => typeof condition === "object")) return;
  for (const { entry, outcome, cover } of neverFiring(entries, program)) {
    if (reported.has(entry)) continue;
    const span = outcome === "otherwise" ? cover.nameSpan : cover.toSpan;
    const labels = [{ span, text: "one of the earlier ones" }];
    if (outcome === "otherwise") report("never-fires", entry.nameSpan, { event: entry.name }, labels);
    else report("never-sends", entry.toSpan, { target: entry.to }, labels);
  }
}

/** The entries of one event name. */
interface EarlierEntries {
  /** Those after which one has fired for certain: without a condition, or with `otherwise`. */
  readonly firing: Types;
  /** Those without a condition, by their SessionM names. */
  readonly byTarget: Map<string, Types>;
  /** Those with a condition, by their SessionM names and conditions. */
  readonly conditional: Map<string, Types>;
}

function createEarlier(): EarlierEntries {
  return { firing: createTypes(), byTarget: new Map(), conditional: new Map() };
}

/** The first entry, the first that takes every type, and the first of each type. */
interface Types {
  first: EventEntry | undefined;
  readonly byType: Map<string | undefined, EventEntry>;
}

function createTypes(): Types {
  return { first: undefined, byType: new Map() };
}

function add(entry: EventEntry, { firing, byTarget, conditional }: EarlierEntries): void {
  const { condition, to } = entry;
  if (typeof condition === "object") return addTo(typesOf(conditional, sendingKey(to, condition)), entry);
  addTo(firing, entry);
  if (condition === "always") addTo(typesOf(byTarget, to), entry);
}

function typesOf(map: Map<string, Types>, key: string): Types {
  const types = map.get(key) ?? createTypes();
  map.set(key, types);
  return types;
}

function addTo(types: Types, entry: EventEntry): void {
  types.first ??= entry;
  if (!types.byType.has(entry.type)) types.byType.set(entry.type, entry);
}

/** Entries with one key send one SessionM event under one condition, wherever each is written. */
function sendingKey(to: string, { value }: Condition): string {
  const withoutPlaces = (key: string, member: unknown) => (key === "span" ? undefined : member);
  return JSON.stringify([to, value], withoutPlaces);
}

/** Returns an entry that takes every event that another one takes. */
function coverOf({ type }: EventEntry, types: Types | undefined): EventEntry | undefined {
  return types?.byType.get(undefined) ?? types?.byType.get(type);
}

/** Says whether something was wrong. */
function checkEntry(entry: EventEntry, earlier: EarlierEntries, report: Report): boolean {
  if (entry.condition === "otherwise") return checkOtherwise(entry, earlier, report);
  const { name, to, toSpan, condition, type } = entry;
  const certain = earlier.byTarget.get(to);
  if (condition === "always") {
    const twin = type === undefined ? certain?.first : coverOf(entry, certain);
    if (twin === undefined) return false;
    const labels = [{ span: twin.toSpan, text: "first sent from here" }];
    report("duplicate-event", toSpan, { event: name, target: to }, labels);
    return true;
  }
  const cover = coverOf(entry, certain) ?? coverOf(entry, earlier.conditional.get(sendingKey(to, condition)));
  if (cover === undefined) return false;
  const labels = [{ span: cover.toSpan, text: "sent from here already" }];
  report("never-sends", toSpan, { target: to }, labels);
  return true;
}

function checkOtherwise(entry: EventEntry, { firing }: EarlierEntries, report: Report): boolean {
  const cover = coverOf(entry, firing);
  if (cover === undefined) return false;
  const labels = [{ span: cover.nameSpan, text: "this one fires first" }];
  report("never-fires", entry.nameSpan, { event: entry.name }, labels);
  return true;
}

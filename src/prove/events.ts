/** Whether two waybills make the same requests of each event. */

import { finiteContext } from "../compiler/check/finite/finite-context.ts";
import { entryGroup, fire } from "../compiler/check/finite/fire.ts";
import type { Assignment } from "../compiler/check/finite/question.ts";
import { nameFolder } from "../compiler/check/name-folder.ts";
import type { EventEntry, Program } from "../compiler/check/program.ts";
import { areTrue, decide } from "./decide.ts";
import type { Doubt } from "./doubt.ts";
import { compareEntries } from "./entries.ts";

/** Returns what is not known to be the same. */
export function compareEvents(before: Program, after: Program): readonly Doubt[] {
  const [one, other] = [newEvents(before), newEvents(after)];
  const fresh: readonly Doubt[] =
    one === other
      ? []
      : [
          {
            ...{ what: "`new_events`", why: "the two settings differ", lead: undefined },
            ...{ before: before.newEvents.span, after: after.newEvents.span },
          },
        ];
  const lists = (["events", "screens"] as const).flatMap((list) => {
    const fold = nameFolder(before.source.names);
    const names = new Set([...before[list].entries, ...after[list].entries].map(({ name }) => fold(name)));
    return [...names].flatMap((name) => {
      const pick = (program: Program) => program[list].entries.filter((entry) => fold(entry.name) === name);
      return compareGroup(pick(before), pick(after), { before, after, isScreen: list === "screens" });
    });
  });
  return [...fresh, ...lists];
}

function newEvents({ newEvents: { value }, defined }: Program): string {
  const items = defined.events?.items.map(({ text }) => text).sort() ?? null;
  return JSON.stringify(value ? [value, items] : [value]);
}

interface GroupContext {
  readonly before: Program;
  readonly after: Program;
  readonly isScreen: boolean;
}

/** The entries of one event name, in both. */
function compareGroup(
  one: readonly EventEntry[],
  other: readonly EventEntry[],
  { before, after, isScreen }: GroupContext,
): readonly Doubt[] {
  const event = one[0] ?? other[0];
  if (event === undefined) return [];
  const context = finiteContext(before, event);
  const sides = [
    { ...entryGroup(one), outer: before.source.when },
    { ...entryGroup(other), outer: after.source.when },
  ].map((side) => ({ ...side, outer: side.outer === undefined ? [] : [side.outer.value] }));
  const expressions = sides.flatMap((side) => [...side.outer, ...side.expressions]);
  const together = new Map<string, readonly [EventEntry, EventEntry]>();
  const why = decide(expressions, context, (assignment) => {
    const [first = [], second = []] = sides.map((side) => firing(side, assignment, before.newEvents.value));
    const isSame =
      first.length === second.length && first.every((entry, at) => nameOf(entry) === nameOf(second[at]));
    for (const [at, entry] of isSame ? first.entries() : []) {
      const twin = second[at];
      if (entry === "new" || twin === "new" || twin === undefined) continue;
      together.set(`${one.indexOf(entry)} ${other.indexOf(twin)}`, [entry, twin]);
    }
    return isSame;
  });
  const lead = { event, isScreen, expressions };
  const names = [...one, ...other].flatMap(({ attributes }) => attributes.flatMap((entry) => entry.names));
  const what = `which events \`${event.name}\` gives`;
  const doubt = { what, before: one[0]?.nameSpan, after: other[0]?.nameSpan, lead: { ...lead, names } };
  // What was seen to fire together before the first difference says nothing of the rest.
  if (why !== undefined) return [{ ...doubt, why }];
  return [...together.values()].flatMap(([entry, twin]) => {
    const outer = sides.flatMap((side) => side.outer);
    return compareContexts(entry, twin, { before, after, isScreen }, outer);
  });
}

type Firing = EventEntry | "new";

function firing(
  side: ReturnType<typeof entryGroup> & {
    readonly outer: readonly Parameters<Assignment["valueUnder"]>[0][];
  },
  assignment: Assignment,
  forwardsNew: boolean,
): readonly Firing[] {
  if (!areTrue(side.outer, assignment)) return [];
  const outcomes = fire(side, assignment);
  if (outcomes.every((outcome) => outcome === "type")) return forwardsNew ? ["new"] : [];
  return side.entries.filter((_, at) => outcomes[at] === "fires");
}

function nameOf(entry: Firing | undefined): string | undefined {
  return entry === "new" ? "new" : entry && `to ${entry.to}`;
}

function compareContexts(
  one: EventEntry,
  other: EventEntry,
  { before, after, isScreen }: GroupContext,
  outer: readonly Parameters<Assignment["valueUnder"]>[0][],
): readonly Doubt[] {
  const conditions = [one, other].flatMap(({ condition }) =>
    typeof condition === "object" ? condition.value : [],
  );
  const what = `the event \`${one.to}\``;
  const lead = { event: one, isScreen };
  const style = ({ newAttributes }: EventEntry, { casing }: Program) =>
    newAttributes.value ? casing.eventAttributes : "none";
  if (style(one, before) !== style(other, after)) {
    const spans = { before: one.newAttributes.span, after: other.newAttributes.span };
    return [
      { what: `unlisted attributes of ${what}`, why: "the settings differ", ...spans, lead: undefined },
    ];
  }
  return compareEntries(one.attributes, other.attributes, {
    ...{ context: finiteContext(before, one), outer: [...outer, ...conditions], lists: "comma" },
    ...{ takesNames: one.newAttributes.value, what, lead, spans: [one.nameSpan, other.nameSpan] },
  });
}

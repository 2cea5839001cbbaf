import type { Span } from "../../source/source-file.ts";
import type { EntryPlace } from "../expression-sites.ts";
import { entryPlaces, expressionSites, readingsOf, readsItsSource } from "../expression-sites.ts";
import type { PlanContext } from "./plan-context.ts";

/** A name of an event attribute where it is written, and an entry that it counts for: several, in a set. */
interface Use {
  readonly name: string;
  readonly span: Span;
  readonly place: EntryPlace;
}

/**
 * Checks the names of event attributes. A set serves several events, so a name in it is only reported where none of
 * them plans it.
 */
export function checkEventAttributes(context: PlanContext): void {
  const uses = new Map<string, Use[]>();
  for (const use of [...namedUses(context), ...readUses(context)]) {
    const key = `${use.span.start} ${use.name} ${use.span.file.path}`;
    uses.set(key, [...(uses.get(key) ?? []), use]);
  }
  for (const group of uses.values())
    if (!group.some((use) => isPlanned(use, context))) reportUse(group, context);
}

function namedUses({ program }: PlanContext): readonly Use[] {
  return entryPlaces(program).flatMap((place) =>
    place.entry.attributes.filter(readsItsSource).flatMap(({ names, nameSpans, span }) => {
      return names.map((name, index) => ({ name, span: nameSpans[index] ?? span, place }));
    }),
  );
}

function readUses({ program }: PlanContext): readonly Use[] {
  return expressionSites(program).flatMap(({ expression, place }) => {
    if (place === undefined) return [];
    return readingsOf(expression).flatMap(({ source, span }) => {
      return source.kind === "event_attribute" ? [{ name: source.name, span, place }] : [];
    });
  });
}

/** Of an event that is not planned, or whose attributes are not, nothing is known. */
function isPlanned({ name, place }: Use, { planned }: PlanContext): boolean {
  const events = planned.matching(place.kind, place.entry);
  if (events.length === 0 || events.some(({ attributes }) => attributes === undefined)) return true;
  return planned.eventAttribute(events, name).length > 0;
}

function reportUse(group: readonly Use[], { planned, report, suggest }: PlanContext): void {
  const use = group[0];
  if (use === undefined) return;
  const { name, span, place } = use;
  const known = planned
    .matching(place.kind, place.entry)
    .flatMap(({ attributes }) => [...(attributes?.keys() ?? [])]);
  const args = { name, event: place.entry.name, suggestion: suggest(name, known) };
  report("event-attribute-not-planned", span, args);
}

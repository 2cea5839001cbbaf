/** Where the expressions of a program stand, for rules that look at what they read. */

import type { Span } from "../source/source-file.ts";
import { type Expression, partsOf, type Source } from "./expression.ts";
import type { EventKind } from "./planned.ts";
import type { Attribute, Condition, EventEntry, Field, Program } from "./program.ts";

/** The event or screen entry that something stands in. */
export interface EntryPlace {
  readonly kind: EventKind;
  readonly entry: EventEntry;
}

/** An expression with what surrounds it. */
export interface ExpressionSite {
  readonly expression: Expression;
  readonly place: EntryPlace | undefined;
  /** The names that `value` stands for, where it can be read. */
  readonly names: readonly string[] | undefined;
}

/** A source that an expression reads. */
export interface Reading {
  readonly source: Source;
  readonly span: Span;
}

/** Returns the event entries of a program, with their list. */
export function entryPlaces({ events, screens }: Program): readonly EntryPlace[] {
  return [
    ...events.entries.map((entry) => ({ kind: "events" as const, entry })),
    ...screens.entries.map((entry) => ({ kind: "screens" as const, entry })),
  ];
}

/** Returns every expression of a program. */
export function expressionSites(program: Program): readonly ExpressionSite[] {
  const { source, profile } = program;
  return [
    ...conditionSite(source.when, undefined),
    ...conditionSite(profile.when, undefined),
    ...[...profile.fields, ...profile.attributes].flatMap((item) => itemSites(item, undefined)),
    ...entryPlaces(program).flatMap((place) => [
      ...conditionSite(place.entry.condition, place),
      ...place.entry.attributes.flatMap((item) => itemSites(item, place)),
    ]),
  ];
}

function conditionSite(
  condition: EventEntry["condition"] | undefined,
  place: EntryPlace | undefined,
): readonly ExpressionSite[] {
  return typeof condition === "object" ? [{ expression: condition.value, place, names: undefined }] : [];
}

function itemSites(
  {
    names,
    value,
    when,
  }: Pick<Attribute | Field, "names" | "value"> & { readonly when: Condition | undefined },
  place: EntryPlace | undefined,
): readonly ExpressionSite[] {
  const expressions = [
    ...(value.kind === "expression" ? [value.expression] : []),
    ...(when ? [when.value] : []),
  ];
  return expressions.map((expression) => ({ expression, place, names }));
}

/** Returns an expression and everything in it. */
export function partsWithin(expression: Expression): readonly Expression[] {
  return [expression, ...partsOf(expression).flatMap(partsWithin)];
}

/** Returns the sources that an expression reads. */
export function readingsOf(expression: Expression): readonly Reading[] {
  return partsWithin(expression).flatMap((part) => {
    return part.kind === "source" ? [{ source: part.source, span: part.span }] : [];
  });
}

/** Says whether an entry reads the attribute that it is named after: a constant does not. */
export function readsItsSource({ value }: Attribute | Field): boolean {
  if (value.kind === "text") return false;
  if (value.kind !== "expression") return true;
  return readingsOf(value.expression).some(({ source }) => source.kind === "value");
}

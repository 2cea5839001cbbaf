import { readNumber } from "../../../runtime/emitted/expression/numbers.ts";
import { oneOf } from "../../diagnostics/suggest.ts";
import type { PlannedAttribute } from "../../plan/data-plan.ts";
import type { Span } from "../../source/source-file.ts";
import { type Type, type as types } from "../../types/type.ts";
import type { Expression } from "../expression.ts";
import {
  type EntryPlace,
  type ExpressionSite,
  entryPlaces,
  expressionSites,
  partsWithin,
} from "../expression-sites.ts";
import type { Attribute, Field } from "../program.ts";
import type { RuleContext } from "./index.ts";
import { type PlanContext, planContext } from "./plan-context.ts";

/**
 * Values are planned.
 * A value that is looked up or compared with, and that the attribute can never have by its data plan, is mostly
 * misspelt. Validation takes `"42"` for a number and `"true"` for a boolean, so texts are compared as texts.
 */
export function valuesArePlanned(context: RuleContext): void {
  const plan = planContext(context);
  if (plan === undefined) return;
  const { profile } = plan.program;
  for (const item of [...profile.fields, ...profile.attributes]) checkLookup(item, undefined, plan);
  for (const place of entryPlaces(plan.program)) {
    for (const item of place.entry.attributes) checkLookup(item, place, plan);
  }
  for (const site of expressionSites(plan.program)) {
    for (const part of partsWithin(site.expression)) checkPart(part, site, plan);
  }
}

/** A text or a number that something is compared with. */
interface Literal {
  readonly value: string | number | boolean;
  readonly as: "number" | "text";
  readonly span: Span;
}

function checkLookup(item: Attribute | Field, place: EntryPlace | undefined, context: PlanContext): void {
  const { names, value, span } = item;
  if (value.kind !== "lookup") return;
  const attributes = plannedNames(names, place, context);
  for (const [index, key] of [...value.table.keys()].entries()) {
    const literal = { value: key, as: "text" as const, span: value.keySpans[index] ?? span };
    checkLiteral(literal, names[0] ?? "", attributes, context);
  }
}

function checkPart(part: Expression, site: ExpressionSite, context: PlanContext): void {
  const { subject, literals } = comparisonOf(part);
  if (subject === undefined || literals.length === 0) return;
  const names = namesOf(subject, site);
  const attributes = plannedOf(subject, site, context);
  for (const literal of literals) checkLiteral(literal, names?.[0] ?? "", attributes, context);
}

/** What a part compares with literals: `==`, `!=`, `in` and the function `lookup`. */
function comparisonOf(part: Expression): { subject?: Expression; literals: readonly Literal[] } {
  if (part.kind === "compare" && (part.operator === "==" || part.operator === "!=")) {
    const { left, right, as } = part;
    const [subject, constant] = left.kind === "constant" ? [right, left] : [left, right];
    if (constant.kind !== "constant") return { literals: [] };
    return { subject, literals: [{ value: constant.value, as, span: constant.span }] };
  }
  if (part.kind === "in") {
    return { subject: part.subject, literals: part.items.map((item) => ({ ...item, span: part.span })) };
  }
  if (part.kind !== "call" || part.function !== "lookup") return { literals: [] };
  const [subject, table] = part.args;
  if (subject === undefined || table?.kind !== "table") return { literals: [] };
  return { subject, literals: table.pairs.map(([value]) => ({ value, as: "text", span: table.span })) };
}

function namesOf(subject: Expression, { names }: ExpressionSite): readonly string[] | undefined {
  if (subject.kind !== "source") return undefined;
  const { source } = subject;
  if (source.kind === "value") return names;
  return source.kind === "user" || source.kind === "event_attribute" ? [source.name] : undefined;
}

function plannedOf(
  subject: Expression,
  site: ExpressionSite,
  context: PlanContext,
): readonly PlannedAttribute[] {
  const names = namesOf(subject, site);
  if (subject.kind !== "source" || names === undefined) return [];
  return plannedNames(names, subject.source.kind === "user" ? undefined : site.place, context);
}

/** Returns what attributes are planned to be; nothing where one of them is not planned: it may be anything. */
function plannedNames(
  names: readonly string[],
  place: EntryPlace | undefined,
  { planned }: PlanContext,
): readonly PlannedAttribute[] {
  const events = place && planned.matching(place.kind, place.entry);
  const all = names.map((name) => {
    if (events === undefined) return [planned.userAttribute(name) ?? []].flat();
    const found = planned.eventAttribute(events, name);
    return found.length < events.length ? [] : found;
  });
  return all.some((found) => found.length === 0) ? [] : all.flat();
}

function checkLiteral(
  literal: Literal,
  name: string,
  attributes: readonly PlannedAttribute[],
  { report, suggest }: PlanContext,
): void {
  if (attributes.length === 0 || attributes.some((attribute) => canBe(attribute, literal))) return;
  const value = String(literal.value);
  const values = attributes.flatMap((attribute) => attribute.values ?? []);
  if (values.length > 0) {
    const suggestion = suggest(value, values);
    return report("value-not-planned", literal.span, {
      name,
      value,
      suggestion,
      known: oneOf(values.slice(0, 20)),
    });
  }
  const type = attributes.reduce<Type>((all, attribute) => all | attribute.type, types.none);
  const [planned, form] = formOf(type);
  report("type-not-planned", literal.span, { name, planned, value, form });
}

function canBe({ type, values }: PlannedAttribute, { value, as }: Literal): boolean {
  const isSame =
    as === "number"
      ? (text: string) => readNumber(text) === Number(value)
      : (text: string) => text === String(value);
  if (values !== undefined) return values.some(isSame);
  // A boolean in a batch may be the text `True` (mParticle's outbound batches).
  const isBoolean = /^(?:true|false)$/i.test(String(value));
  // A number of JSON has one text: what is written in another way can only be a text of the sender's.
  const isNumber = as === "number" || String(Number(value)) === value;
  if ((type & ~(types.number | types.boolean)) !== 0) return true;
  return ((type & types.number) !== 0 && isNumber) || ((type & types.boolean) !== 0 && isBoolean);
}

function formOf(type: Type): readonly [planned: string, form: string] {
  if (type === types.number)
    return ["a number", "a number as JSON writes it, without leading or trailing zeros"];
  if (type === types.boolean) return ["a boolean", "`true` or `false`"];
  return ["a number or a boolean", "a number, `true` or `false`"];
}

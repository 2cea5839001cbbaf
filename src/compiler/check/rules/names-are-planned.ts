import { createSuggest, type Suggest } from "../../diagnostics/suggest.ts";
import type { Span } from "../../source/source-file.ts";
import {
  type EntryPlace,
  entryPlaces,
  expressionSites,
  readingsOf,
  readsItsSource,
} from "../expression-sites.ts";
import { createPlanned, type EventKind, hasType } from "../planned.ts";
import { checkEventAttributes } from "./event-attributes-are-planned.ts";
import { checkIdentities } from "./identities-are-planned.ts";
import type { RuleContext } from "./index.ts";
import { type PlanContext, planContext } from "./plan-context.ts";

/**
 * Names are planned.
 * A name that the data plan lacks is mostly misspelt: no app sends it, and nothing is mapped (`language.md` §5).
 */
export function namesArePlanned(context: RuleContext): void {
  const plan = planContext(context);
  if (plan === undefined) return;
  checkEvents(plan);
  checkUserAttributes(plan);
  checkEventAttributes(plan);
  checkIdentities(plan);
}

function checkEvents(context: PlanContext): void {
  const { plan, program } = context;
  const suggestions: Readonly<Record<EventKind, Suggest>> = {
    events: createSuggest(new Set(plan.events.map(({ name }) => name))),
    screens: createSuggest(new Set(plan.screens.map(({ name }) => name))),
  };
  for (const place of entryPlaces(program)) checkEvent(place, suggestions[place.kind], context);
}

function checkEvent({ kind, entry }: EntryPlace, suggest: Suggest, { planned, report }: PlanContext): void {
  const { name, nameSpan, type, span } = entry;
  const found = planned.named(kind, name);
  if (found.length === 0) {
    const other = kind === "events" ? "screens" : "events";
    const list = planned.named(other, name).length > 0 ? other : undefined;
    const what = kind === "events" ? "custom event" : "screen view";
    report("event-not-planned", nameSpan, { kind: what, name, list, suggestion: suggest(name) });
  } else if (type !== undefined && !found.some((event) => hasType(event, type))) {
    const known = found.map((event) => `\`${event.type}\``).join(" or ");
    const at = entry.typeSpan ?? span;
    report("event-type-not-planned", at, { event: name, planned: known, type });
  }
}

function checkUserAttributes({ plan, planned, program, tree, report }: PlanContext): void {
  const { userAttributes } = plan;
  if (userAttributes === undefined) return;
  const suggest = createSuggest(new Set(userAttributes.keys()));
  const check = (name: string, span: Span) => {
    if (planned.userAttribute(name) !== undefined) return;
    report("user-attribute-not-planned", span, { name, suggestion: suggest(name) });
  };
  for (const attribute of program.profile.attributes) {
    if (!readsItsSource(attribute)) continue;
    for (const [index, name] of attribute.names.entries()) {
      check(name, attribute.nameSpans[index] ?? attribute.span);
    }
  }
  // The eight that `default` stands for are mParticle's: a plan need not have them all. Casing does not matter there.
  const fields = createPlanned(plan, "ignore_case");
  const items = tree.profile?.reservedFields?.kind === "FieldList" ? tree.profile.reservedFields.items : [];
  for (const item of items) {
    if (item.kind !== "Attribute" || item.value?.kind === "Constant") continue;
    for (const { text, span } of item.names) if (!fields.userAttribute(text)) check(text, span);
  }
  for (const { expression } of expressionSites(program)) {
    for (const { source, span } of readingsOf(expression))
      if (source.kind === "user") check(source.name, span);
  }
}

import { asciiLower } from "../../../runtime/emitted/ascii.ts";
import { listNames } from "../../diagnostics/message.ts";
import type { PlannedAttributes } from "../../plan/data-plan.ts";
import { entryPlaces, expressionSites, readingsOf } from "../expression-sites.ts";
import { nameFolder } from "../name-folder.ts";
import type { RuleContext } from "./index.ts";
import { type PlanContext, planContext } from "./plan-context.ts";

/**
 * What is planned is mapped.
 * A data point that mParticle collects and no entry maps does not reach SessionM: mostly on purpose, and good to know.
 */
export function plannedIsMapped(context: RuleContext): void {
  const plan = planContext(context);
  if (plan === undefined) return;
  checkEvents(plan);
  checkEventAttributes(plan);
  checkUserAttributes(plan);
}

function checkEvents({ plan, program, tree, report }: PlanContext): void {
  const at = tree.source?.dataPlan?.span;
  if (at === undefined || program.newEvents.value) return;
  const fold = nameFolder(program.source.names);
  const keyOf = (kind: string, name: string) => `${kind} ${fold(name)}`;
  const mapped = new Set(entryPlaces(program).map(({ kind, entry }) => keyOf(kind, entry.name)));
  const all = [
    ...plan.events.map(({ name }) => ({ name, kind: "events" })),
    ...plan.screens.map(({ name }) => ({ name, kind: "screens" })),
  ];
  const names = all.filter(({ name, kind }) => !mapped.has(keyOf(kind, name))).map(({ name }) => name);
  if (names.length > 0) report("events-unmapped", at, { names: listNames([...new Set(names)]) });
}

/** Several entries of one event map its attributes together; the first one shows what none of them maps. */
function checkEventAttributes({ planned, program, report }: PlanContext): void {
  const fold = nameFolder(program.source.names);
  const mapped = new Map<string, Set<string>>();
  const namesOf = (kind: string, name: string) => {
    const key = `${kind} ${fold(name)}`;
    const names = mapped.get(key) ?? new Set();
    mapped.set(key, names);
    return names;
  };
  for (const { kind, entry } of entryPlaces(program)) {
    for (const name of entry.attributes.flatMap(({ names }) => names))
      namesOf(kind, entry.name).add(fold(name));
  }
  for (const { expression, place } of expressionSites(program)) {
    if (place === undefined) continue;
    for (const { source } of readingsOf(expression)) {
      if (source.kind === "event_attribute") namesOf(place.kind, place.entry.name).add(fold(source.name));
    }
  }
  const done = new Set<Set<string>>();
  for (const { kind, entry } of entryPlaces(program)) {
    const own = namesOf(kind, entry.name);
    if (done.has(own) || entry.newAttributes.value) continue;
    done.add(own);
    const all = planned.named(kind, entry.name).flatMap(({ attributes }) => [...(attributes?.keys() ?? [])]);
    const names = [...new Set(all)].filter((name) => !own.has(fold(name)));
    if (names.length === 0) continue;
    report("event-attributes-unmapped", entry.nameSpan, { event: entry.name, names: listNames(names) });
  }
}

function checkUserAttributes({ plan, program, tree, report }: PlanContext): void {
  const { profile, source } = program;
  const at = tree.profile?.attributes?.span ?? tree.source?.dataPlan?.span;
  if (at === undefined || profile.newAttributes.value) return;
  const fold = nameFolder(source.names);
  const read = expressionSites(program)
    .flatMap(({ expression }) => readingsOf(expression))
    .flatMap((reading) => (reading.source.kind === "user" ? [reading.source.name] : []));
  const mapped = new Set([...profile.attributes.flatMap(({ names }) => names), ...read].map(fold));
  // Reserved fields match ignoring case (`language.md` §4.8).
  const reserved = new Set(profile.fields.flatMap(({ names }) => names).map(asciiLower));
  const planned: PlannedAttributes = plan.userAttributes ?? new Map();
  const names = [...planned.keys()].filter(
    (name) => !mapped.has(fold(name)) && !reserved.has(asciiLower(name)),
  );
  if (names.length > 0) report("user-attributes-unmapped", at, { names: listNames(names) });
}

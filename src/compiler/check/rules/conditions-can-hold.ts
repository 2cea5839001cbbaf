import type { Report } from "../../diagnostics/diagnostic.ts";
import { fold } from "../expressions/fold.ts";
import { canHold } from "../finite/can-hold.ts";
import { finiteContext } from "../finite/finite-context.ts";
import { typeCondition } from "../finite/type-condition.ts";
import type { Attribute, Condition, EventEntry, Field, Program } from "../program.ts";
import { allPlatforms, environments } from "../vocabulary.ts";
import type { RuleContext } from "./index.ts";

/**
 * Conditions can hold.
 * A condition that no batch makes true leaves out what it is about for good: `visits > 5 and visits < 3`, a platform that
 * is not enabled, the opposite of the condition around it. Decided over the values that conditions tell apart.
 */
export function conditionsCanHold({ program, report }: RuleContext): void {
  const { source, profile, events, screens } = program;
  const around = (condition: EventEntry["condition"] | undefined, outer: readonly Condition[]) =>
    typeof condition === "object" ? [...outer, condition] : outer;
  const check = (conditions: readonly Condition[], event: EventEntry | undefined) =>
    checkInnermost(conditions, event, program, report);
  const batch = around(source.when, []);
  if (!check(batch, undefined)) return;
  const checkEntries = (
    entries: readonly (Attribute | Field)[],
    outer: readonly Condition[],
    event?: EventEntry,
  ) => {
    for (const { when } of entries) if (when !== undefined) check([...outer, when], event);
  };
  const ofProfile = around(profile.when, batch);
  if (profile.when === undefined || check(ofProfile, undefined)) {
    checkEntries([...profile.fields, ...profile.attributes], ofProfile);
  }
  for (const entry of [...events.entries, ...screens.entries]) {
    const typed = around(typeCondition(entry), batch);
    const ofEvent = around(entry.condition, typed);
    if (ofEvent === typed || check(ofEvent, entry)) checkEntries(entry.attributes, ofEvent, entry);
  }
}

/** Says whether more is to be said of what is inside: not where nothing gets there. */
function checkInnermost(
  conditions: readonly Condition[],
  event: EventEntry | undefined,
  program: Program,
  report: Report,
): boolean {
  const last = conditions.at(-1);
  if (last === undefined) return true;
  // What is known without any batch has a diagnostic of its own.
  const { known } = fold(last.value);
  if (known !== undefined) return known.value === true;
  const context = finiteContext(program, event);
  const expressions = conditions.map(({ value }) => value);
  if (canHold(expressions, context) !== false) return true;
  const isAlone = canHold([last.value], context) === false;
  const everywhere = { ...context, platforms: allPlatforms, environments };
  const isSetting = isAlone && canHold([last.value], everywhere) !== false;
  const outer = conditions.at(-2);
  const labels = isSetting
    ? [{ span: settingSpan(last, program), text: "only these get here" }]
    : isAlone || outer === undefined
      ? []
      : [{ span: outer.span, text: "and this is true here already" }];
  report("impossible-condition", last.span, {}, labels);
  return false;
}

/** The setting that rules a condition out: the one of the two that alone does. */
function settingSpan({ value }: Condition, { source }: Program) {
  const { platforms, environments: enabled } = source;
  const context = { platforms: platforms.value, environments, eventName: undefined };
  return canHold([value], context) === false ? platforms.span : enabled.span;
}

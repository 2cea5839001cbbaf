import type { EventEntry } from "../program.ts";
import { userKeysOf } from "../user-keys.ts";
import { attributeLimits } from "../vocabulary.ts";
import type { RuleContext } from "./index.ts";

/**
 * Attributes fit.
 * SessionM holds 200 custom attributes of a profile, those it has defined included, and takes 10 of an event.
 */
export function attributesFit(context: RuleContext): void {
  checkProfile(context);
  const { events, screens } = context.program;
  for (const entry of [...events.entries, ...screens.entries]) checkEvent(entry, context);
}

function checkProfile({ program, report }: RuleContext): void {
  const keys = new Set<string>();
  const defined = program.defined.attributes?.items.map(({ text, span }) => ({ key: text, span }));
  // A key that is not among the defined ones is a mistake of its own.
  const places = defined ?? userKeysOf(program);
  const passing = places.find(({ key }) => keys.add(key).size > attributeLimits.profile);
  if (passing === undefined) return;
  const count = new Set(places.map(({ key }) => key)).size;
  report("profile-limit", passing.span, { count });
}

function checkEvent({ name, nameSpan, attributes }: EventEntry, { report }: RuleContext): void {
  const cut = attributes.slice(attributeLimits.event);
  const first = cut[0];
  if (first === undefined) return;
  const names = cut.map(({ key }) => `\`${key}\``).join(", ");
  const labels = [{ span: first.span, text: "the eleventh" }];
  report("attributes-cut", nameSpan, { event: name, count: attributes.length, names }, labels);
}

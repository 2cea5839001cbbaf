import { renameFixes } from "../../diagnostics/rename.ts";
import { createSuggest } from "../../diagnostics/suggest.ts";
import { labelsOf } from "./attributes-are-defined.ts";
import type { RuleContext } from "./index.ts";

/**
 * Events are defined.
 * mParticle's documentation: events must first be defined in SessionM.
 */
export function eventsAreDefined({ program, report }: RuleContext): void {
  const list = program.defined.events;
  if (list === undefined) return;
  const known = new Set(list.items.map((item) => item.text));
  const suggest = createSuggest(known);
  for (const { to, toSpan, nameSpan } of [...program.events.entries, ...program.screens.entries]) {
    if (known.has(to)) continue;
    const suggestion = suggest(to);
    // Without `to` it is mParticle's name, which has to stay.
    const isWritten = toSpan !== nameSpan;
    const fixes = isWritten ? renameFixes(toSpan, { word: to, suggestion, candidates: known }) : [];
    report("event-not-defined", toSpan, { event: to, suggestion }, labelsOf(list, suggestion), fixes);
  }
}

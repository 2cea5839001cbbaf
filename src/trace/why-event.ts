/** Why an event, or an entry that matches it, gave no request. */
import type { EventEntry, Program } from "../compiler/check/program.ts";
import { quote } from "../compiler/diagnostics/quote.ts";
import type { Decision } from "../interpreter/decision.ts";
import { isSameName } from "../interpreter/values.ts";
import { whyFalse } from "./explain-condition.ts";
import { nearMiss } from "./near-miss.ts";
import { shortPlace } from "./short-place.ts";
import type { Show } from "./words.ts";

/** Returns of each entry that matches an event and does not fire the reason. */
export function whyNotFired(decisions: readonly Decision[], program: Program, show: Show): readonly string[] {
  return decisions.flatMap((decision, at): readonly string[] => {
    if (decision.kind !== "event_entry" || decision.outcome === "fires") return [];
    const { entry, outcome } = decision;
    const place = shortPlace(entry.span, program);
    if (outcome === "otherwise")
      return [`the entry at ${place} is for \`otherwise\`, and an earlier one fired`];
    if (outcome === "duplicate") return [`the entry at ${place} would send ${quote(entry.to)} a second time`];
    // The condition was decided on just before the entry.
    const condition = decisions[at - 1];
    const because =
      condition?.kind === "condition"
        ? ` because ${whyFalse(condition.condition, condition.scope, show)}`
        : "";
    return [`the entry at ${place} matched, its condition was false${because}`];
  });
}

/** Returns why no entry matches an event. */
export function whyNoEntry(event: Extract<Decision, { kind: "event" }>, program: Program): string {
  const { name, isScreen, type } = event;
  const [own, others] = isScreen
    ? [program.screens.entries, program.events.entries]
    : [program.events.entries, program.screens.entries];
  const matches = (entry: EventEntry) => isSameName(entry.name, name, program.source.names);
  const wrongType = own.find(matches);
  if (wrongType !== undefined) {
    const found = typeof type === "string" && type !== "" ? `this one has ${type}` : "this one has none";
    return `the entry at ${shortPlace(wrongType.span, program)} is for the type ${wrongType.type ?? "any"}; ${found}`;
  }
  const elsewhere = others.find(matches);
  if (elsewhere !== undefined) {
    const [here, there] = isScreen ? ["a screen", "custom events"] : ["a custom event", "screens"];
    return `it is ${here}, and ${quote(name)} at ${shortPlace(elsewhere.span, program)} is for ${there}`;
  }
  return nearMiss(
    name,
    own.map((entry) => ({ name: entry.name, span: entry.nameSpan })),
    program,
  );
}

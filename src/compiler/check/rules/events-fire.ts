import { asciiLower } from "../../../runtime/emitted/ascii.ts";
import type { EventEntry, NameMatching } from "../program.ts";
import type { RuleContext } from "./index.ts";

/**
 * Events fire, each once.
 * One event never gives two requests of the same SessionM name (`language.md` §4.16): where that is certain it is
 * a mistake. An `otherwise` behind an entry that always fires is one too.
 */
export function eventsFire(context: RuleContext): void {
  const { events, screens } = context.program;
  for (const { entries } of [events, screens]) {
    for (const [index, entry] of entries.entries()) checkEntry(entry, entries.slice(0, index), context);
  }
}

function checkEntry(
  entry: EventEntry,
  earlier: readonly EventEntry[],
  { program, report }: RuleContext,
): void {
  const certain = earlier.filter(
    (other) => other.condition === "always" && isSameName(entry, other, program.source.names),
  );
  if (entry.condition === "otherwise") {
    const cover = certain.find((other) => other.type === undefined || other.type === entry.type);
    if (cover === undefined) return;
    const labels = [{ span: cover.nameSpan, text: "this one fires first" }];
    return report("never-fires", entry.span, { event: entry.name }, labels);
  }
  const twin = certain.find((other) => other.to === entry.to && isSameType(entry, other));
  if (twin === undefined) return;
  const labels = [{ span: twin.toSpan, text: "first sent from here" }];
  report("duplicate-event", entry.toSpan, { event: entry.name, target: entry.to }, labels);
}

function isSameName(entry: EventEntry, other: EventEntry, names: NameMatching): boolean {
  if (names === "exact") return entry.name === other.name;
  return asciiLower(entry.name) === asciiLower(other.name);
}

function isSameType(entry: EventEntry, other: EventEntry): boolean {
  return entry.type === undefined || other.type === undefined || entry.type === other.type;
}

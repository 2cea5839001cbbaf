import type { RuleContext } from "./index.ts";

/**
 * Nothing unlisted goes out.
 * mParticle's SessionM output forwards known members and enabled data points only; what opens it wider is said.
 */
export function nothingUnlisted({ program, report }: RuleContext): void {
  const { source, newEvents, profile, events, screens } = program;
  if (source.users.value === "all") report("anonymous-users", source.users.span, {});
  if (newEvents.value) report("forwards-new", newEvents.span, { key: "new_events: forward" });
  const lists = [profile, ...events.entries, ...screens.entries];
  for (const { newAttributes } of lists) {
    if (newAttributes.value) report("forwards-new", newAttributes.span, { key: "new_attributes: forward" });
  }
}

import type { RuleContext } from "./index.ts";

/**
 * The target keeps the settings.
 * A setting that the target has no memory for would be quietly ignored (docs/operations.md, "Targets").
 */
export function targetKeepsSettings({ program, tree, report, target }: RuleContext): void {
  if (target !== "lambda") return;
  const { send, missingUsers } = program.delivery;
  // What the file does not state has no place of its own; two messages need two.
  const firstLine = program.entry.text.split("\n", 1).join("");
  const fallback = { ...program.span, end: firstLine.length };
  if (send === "changed") {
    const reason = "it does not know what was delivered before";
    const setting = "send: changed";
    report("target-cannot-keep", tree.profile?.send?.span ?? fallback, {
      target,
      setting,
      reason,
      instead: "send: always",
    });
  }
  if (missingUsers === "hold") {
    const reason = "it has nowhere to hold a member's requests";
    const setting = "missing_users: hold";
    report("target-cannot-keep", tree.profile?.missingUsers?.span ?? tree.name?.span ?? fallback, {
      target,
      setting,
      reason,
      instead: "missing_users: dead_letter",
    });
  }
}

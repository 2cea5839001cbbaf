import { placeOf, type Span } from "../compiler/source/source-file.ts";
import type { Drop, Reason } from "../runtime/emitted/result.ts";

/** The reasons of attributes and identities; where several apply the first counts (`language.md` §4). */
const row: readonly Reason[] = [
  "malformed",
  "not_enabled",
  "empty_key",
  "not_defined",
  "duplicate_key",
  "condition",
  "removed_not_forwarded",
  "null_value",
  "empty_value",
  "no_value",
  "profile_limit",
  "attribute_limit",
];

type Outcome = "sent" | { readonly reason: Reason; readonly span: Span };

/** What was said of each attribute, by name. */
export interface Ledger {
  note(name: string, outcome: Outcome): void;
  /** The drop of a name: none if it was sent; not enabled if nothing was said of it. */
  dropOf(name: string, kind: Drop["kind"], event: number | null, otherwise: Span): Drop | undefined;
}

/** Returns an empty ledger. */
export function createLedger(): Ledger {
  const said = new Map<string, Outcome[]>();
  return {
    note: (name, outcome) => said.set(name, [...(said.get(name) ?? []), outcome]),
    dropOf(name, kind, event, otherwise) {
      const outcomes = said.get(name) ?? [{ reason: "not_enabled", span: otherwise }];
      if (outcomes.includes("sent")) return undefined;
      const reasons = outcomes.flatMap((outcome) => (outcome === "sent" ? [] : [outcome]));
      const first = row.flatMap((reason) => reasons.find((one) => one.reason === reason) ?? [])[0];
      return first && { kind, name, event, reason: first.reason, at: placeOf(first.span) };
    },
  };
}

import { oneOf } from "../../diagnostics/suggest.ts";
import type { Span } from "../../source/source-file.ts";
import { expressionSites, readingsOf } from "../expression-sites.ts";
import { identityTypes } from "../vocabulary.ts";
import type { PlanContext } from "./plan-context.ts";

/** Checks the identity types that a waybill names, where the data plan speaks of identities. */
export function checkIdentities({ plan, program, tree, report, suggest }: PlanContext): void {
  const { identities } = plan;
  if (identities === undefined) return;
  // A plan lists device ids too, which no waybill maps.
  const known = identityTypes.filter((type) => identities.has(type));
  const check = (type: string, span: Span) => {
    // A type that no batch has is reported as that.
    if (!identityTypes.includes(type) || identities.has(type)) return;
    report("identity-not-planned", span, { type, suggestion: suggest(type, known), known: oneOf(known) });
  };
  const { loginIdentities } = tree.source ?? {};
  if (loginIdentities?.kind === "TextList")
    for (const { text, span } of loginIdentities.items) check(text, span);
  const externalId = tree.profile?.externalId;
  if (externalId?.kind === "Text") check(externalId.text, externalId.span);
  for (const { type } of tree.profile?.identities ?? []) check(type.text, type.span);
  for (const { expression } of expressionSites(program)) {
    for (const { source, span } of readingsOf(expression))
      if (source.kind === "identity") check(source.type, span);
  }
}

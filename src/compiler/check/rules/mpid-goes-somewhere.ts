import type { RuleContext } from "./index.ts";

/**
 * The MPID goes somewhere.
 * mParticle always forwards the MPID: where it is not the external id, an identity entry says where it goes.
 */
export function mpidGoesSomewhere({ program, tree, report }: RuleContext): void {
  const { externalId } = program.profile;
  if (externalId.value === "mpid") return;
  const isMapped = (tree.profile?.identities ?? []).some((identity) => identity.type.text === "mpid");
  if (!isMapped) report("mpid-nowhere", externalId.span, { identity: externalId.value });
}

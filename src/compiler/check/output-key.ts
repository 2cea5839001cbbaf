import { asciiLower } from "../../runtime/emitted/ascii.ts";
import { matchesGlob } from "../../runtime/emitted/glob.ts";
import { normaliseKey, styleKey } from "../../runtime/emitted/keys.ts";
import type { Casing, CasingRule, DefinedList } from "./program.ts";
import { attributeLimits } from "./vocabulary.ts";

/** A key made from a name, and the casing rule that gave it, if one did. */
export interface MadeKey {
  readonly key: string;
  readonly rule: CasingRule | undefined;
}

/** Makes an output key from the name of an entry without `to`. */
export type MakeKey = (name: string) => MadeKey;

/**
 * So many keys are made with the rules. A profile with more entries has errors anyway, and many rules by many names
 * would take long.
 */
const mostRuled = 5 * attributeLimits.profile;

/** Returns how user attributes are called: normalised, then by the first rule or the style (§4.10). */
export function userKeys(casing: Casing, defined: DefinedList | undefined): MakeKey {
  const restyle = casing.userAttributes === "as_defined" ? asDefined(defined) : styled(casing.userAttributes);
  let made = 0;
  return (name) => {
    const normal = normaliseKey(name);
    if (normal === "") return { key: "", rule: undefined };
    const rules = made++ < mostRuled ? casing.rules : [];
    const rule = rules.find(({ match }) => matchesGlob(match, normal));
    return { key: rule?.to ?? restyle(normal), rule };
  };
}

/** Returns how event attributes are called: by their name in the style (§4.17). */
export function eventKeys(casing: Casing): MakeKey {
  const restyle = styled(casing.eventAttributes);
  return (name) => ({ key: restyle(name), rule: undefined });
}

function styled(style: Parameters<typeof styleKey>[1]): (key: string) => string {
  return (key) => styleKey(key, style);
}

/** Writes a key as SessionM spells it: exactly so if it can, else as the first that differs in case only (§4.11). */
function asDefined(defined: DefinedList | undefined): (key: string) => string {
  const exact = new Set<string>();
  const byFold = new Map<string, string>();
  for (const { text } of defined?.items ?? []) {
    exact.add(text);
    if (!byFold.has(asciiLower(text))) byFold.set(asciiLower(text), text);
  }
  return (key) => (exact.has(key) ? key : (byFold.get(asciiLower(key)) ?? key));
}

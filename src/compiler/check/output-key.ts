import { asciiLower } from "../../runtime/emitted/ascii.ts";
import { matchesGlob } from "../../runtime/emitted/glob.ts";
import { normaliseKey, styleKey } from "../../runtime/emitted/keys.ts";
import type { Casing, CasingRule, DefinedList } from "./program.ts";

/** A key made from a name, and the casing rule that gave it, if one did. */
export interface MadeKey {
  readonly key: string;
  readonly rule: CasingRule | undefined;
}

/** Returns the key of a user attribute without `to`: normalised, then the first rule or the style (§4.10). */
export function userKey(name: string, casing: Casing, defined: DefinedList | undefined): MadeKey {
  const normal = normaliseKey(name);
  if (normal === "") return { key: "", rule: undefined };
  const rule = casing.rules.find(({ match }) => matchesGlob(match, normal));
  if (rule !== undefined) return { key: rule.to, rule };
  if (casing.userAttributes !== "as_defined") {
    return { key: styleKey(normal, casing.userAttributes), rule: undefined };
  }
  return { key: asDefined(normal, defined?.items.map((item) => item.text) ?? []), rule: undefined };
}

/** Returns the key of an event attribute without `to`: the name in the style (§4.17). */
export function eventKey(name: string, casing: Casing): MadeKey {
  return { key: styleKey(name, casing.eventAttributes), rule: undefined };
}

/** Returns the key as SessionM spells it: exactly so if it can, else the first that differs in case only (§4.11). */
function asDefined(key: string, defined: readonly string[]): string {
  if (defined.includes(key)) return key;
  const folded = asciiLower(key);
  return defined.find((candidate) => asciiLower(candidate) === folded) ?? key;
}

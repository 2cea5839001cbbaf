import { asciiLower } from "../../../runtime/emitted/ascii.ts";
import { normaliseKey } from "../../../runtime/emitted/keys.ts";
import { userKeysOf } from "../user-keys.ts";
import type { RuleContext } from "./index.ts";

/**
 * Defined names are reachable.
 * A name in `sessionm.attributes` that no key can equal is a typing mistake, and so are two that differ in case.
 */
export function definedNamesAreReachable({ program, report }: RuleContext): void {
  const list = program.defined.attributes;
  if (list === undefined) return;
  const written = new Set(userKeysOf(program).map(({ key }) => key));
  const firsts = new Map<string, (typeof list.items)[number]>();
  for (const item of list.items) {
    const { text: key, span } = item;
    const first = firsts.get(asciiLower(key));
    if (first !== undefined && first.text !== key) {
      const labels = [{ span: first.span, text: "the other one" }];
      report("names-differ-in-case", span, { name: key, other: first.text }, labels);
    }
    firsts.set(asciiLower(key), item);
    if (normaliseKey(key) !== key) {
      report("unreachable-attribute", span, { key, suggestion: normaliseKey(key) || undefined });
    } else if (!written.has(key) && !program.profile.newAttributes.value) {
      report("attribute-unwritten", span, { key });
    }
  }
}

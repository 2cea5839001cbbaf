import type { Span } from "../../source/source-file.ts";
import { userKeysOf } from "../user-keys.ts";
import type { RuleContext } from "./index.ts";

/**
 * Keys are distinct.
 * A declared output key belongs to its entry; two entries with one key would overwrite each other
 * (`language.md` §4.12).
 */
export function keysAreDistinct(context: RuleContext): void {
  const { program } = context;
  checkKeys(userKeysOf(program), context);
  for (const { attributes } of [...program.events.entries, ...program.screens.entries]) {
    checkKeys(
      attributes.map(({ key, keyFrom }) => ({ key, span: keyFrom.span })),
      context,
    );
  }
}

function checkKeys(
  keys: readonly { readonly key: string; readonly span: Span }[],
  { report }: RuleContext,
): void {
  const firsts = new Map<string, Span>();
  for (const { key, span } of keys) {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, span);
    else report("key-collision", span, { key }, [{ span: first, text: "first written here" }]);
  }
}

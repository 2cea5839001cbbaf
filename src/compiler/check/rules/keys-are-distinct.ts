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
      attributes.map(({ key, keyFrom, through }) => ({ key, span: keyFrom.span, through })),
      context,
    );
  }
}

interface Key {
  readonly key: string;
  readonly span: Span;
  readonly through: Span | undefined;
}

function checkKeys(keys: readonly Key[], { report }: RuleContext): void {
  const firsts = new Map<string, Key>();
  for (const item of keys) {
    const first = firsts.get(item.key);
    if (first === undefined) {
      firsts.set(item.key, item);
      continue;
    }
    const [here, there] = placesOf(item, first);
    report("key-collision", here, { key: item.key }, [{ span: there, text: "first written here" }]);
  }
}

/** One entry that came twice, by a set that is named twice, is shown at both references. */
function placesOf(item: Key, first: Key): readonly [here: Span, there: Span] {
  const isSame = item.span.file === first.span.file && item.span.start === first.span.start;
  if (!isSame) return [item.span, first.span];
  return [item.through ?? item.span, first.through ?? first.span];
}

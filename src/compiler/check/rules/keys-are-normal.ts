import { normaliseKey } from "../../../runtime/emitted/keys.ts";
import { renameFixes } from "../../diagnostics/rename.ts";
import type { Span } from "../../source/source-file.ts";
import { type UserKey, userKeysOf } from "../user-keys.ts";
import { userFields } from "../vocabulary.ts";
import type { RuleContext } from "./index.ts";

/**
 * Keys are normal.
 * A custom user key that is written out must be one that normalisation leaves alone, and no field of SessionM's
 * user: `user.city` and `user.user_profile.city` are two things.
 */
export function keysAreNormal(context: RuleContext): void {
  for (const rule of context.program.casing.rules) checkWritten(rule.to, rule.toSpan, context);
  for (const key of userKeysOf(context.program)) {
    if (key.from.kind === "to") checkWritten(key.key, key.span, context);
    else if (key.from.kind === "name") checkMade(key, context);
  }
}

function checkWritten(key: string, span: Span, { report }: RuleContext): void {
  const normal = normaliseKey(key);
  const suggestion = normal || undefined;
  if (normal !== key) {
    const fixes = renameFixes(span, { word: key, suggestion, candidates: [] });
    report("key-not-normal", span, { key, suggestion }, [], fixes);
  } else if (key === "phone_numbers") report("phone-target", span, {});
  else if (userFields.includes(key)) report("reserved-key", span, { key });
}

function checkMade({ key, name, span }: UserKey, { report }: RuleContext): void {
  if (userFields.includes(key)) report("reserved-key-made", span, { key, name });
}

import type { Label } from "../../diagnostics/diagnostic.ts";
import { renameFixes } from "../../diagnostics/rename.ts";
import { createSuggest } from "../../diagnostics/suggest.ts";
import type { Span } from "../../source/source-file.ts";
import type { DefinedList } from "../program.ts";
import { userKeysOf } from "../user-keys.ts";
import type { RuleContext } from "./index.ts";

/**
 * Attributes are defined.
 * A custom attribute key that SessionM has not defined would be lost there (`language.md` §4.11).
 */
export function attributesAreDefined({ program, tree, report }: RuleContext): void {
  const style = tree.casing?.userAttributes;
  if (program.casing.userAttributes === "as_defined" && tree.sessionm?.attributes === undefined) {
    if (style !== undefined) report("as-defined-without-attributes", style.span, {});
    return;
  }
  const list = program.defined.attributes;
  if (list === undefined) return;
  const known = new Set(list.items.map((item) => item.text));
  const suggest = createSuggest(known);
  const check = (key: string, span: Span, isWritten: boolean) => {
    if (known.has(key)) return;
    const suggestion = suggest(key);
    // Where the key is made from the name, the name is right and has to stay.
    const fixes = isWritten ? renameFixes(span, { word: key, suggestion, candidates: known }) : [];
    report("attribute-not-defined", span, { key, suggestion }, labelsOf(list, suggestion), fixes);
  };
  for (const rule of program.casing.rules) check(rule.to, rule.toSpan, true);
  // A key that a rule gave is reported at the rule.
  for (const { key, span, from } of userKeysOf(program))
    if (from.kind !== "rule") check(key, span, from.kind === "to");
}

/** Points at the name that was probably meant, or at the list. */
export function labelsOf(list: DefinedList, suggestion: string | undefined): readonly Label[] {
  const item = list.items.find(({ text }) => text === suggestion);
  if (item !== undefined) return [{ span: item.span, text: "did you mean this one?" }];
  return [{ span: list.span, text: "what SessionM has defined" }];
}

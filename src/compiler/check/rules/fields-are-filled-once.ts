import type { Span } from "../../source/source-file.ts";
import type { RuleContext } from "./index.ts";

/**
 * Fields are filled once.
 * A field of SessionM's user belongs to one identity or one item of `reserved_fields` (`language.md` §4.12).
 */
export function fieldsAreFilledOnce({ program, report }: RuleContext): void {
  const { fields, identities } = program.profile;
  const firsts = new Map<string, Span>(fields.map(({ field, span }) => [field, span]));
  for (const { target } of identities) {
    if (target.kind !== "field") continue;
    const first = firsts.get(target.field);
    if (first === undefined) firsts.set(target.field, target.span);
    else report("field-twice", target.span, { field: target.field }, [{ span: first, text: "filled here" }]);
  }
}

import type { Program } from "../compiler/check/program.ts";
import { type Difference, difference } from "./difference.ts";

/** Returns how `sessionm.attributes` differs from the attributes that SessionM has. */
export function attributeDrift(attributes: readonly string[], { defined }: Program): readonly Difference[] {
  const list = defined.attributes;
  if (list === undefined) {
    const text = "the waybill has no `sessionm.attributes` to compare with.";
    return [difference("only_in_export", "attributes", text)];
  }
  const listed = new Map(list.items.map((item) => [item.text.toLowerCase(), item]));
  const exact = new Set(list.items.map(({ text }) => text));
  const defines = new Set(attributes.map((name) => name.toLowerCase()));
  return [
    ...attributes.flatMap((name): readonly Difference[] => {
      if (exact.has(name)) return [];
      const other = listed.get(name.toLowerCase());
      if (other === undefined) {
        return [difference("only_in_export", "attributes", `the waybill does not list \`${name}\`.`)];
      }
      const text = `SessionM spells \`${name}\`, the waybill \`${other.text}\`.`;
      return [difference("different", "attributes", text, other.span)];
    }),
    ...list.items.flatMap(({ text, span }): readonly Difference[] => {
      if (defines.has(text.toLowerCase())) return [];
      return [difference("only_in_waybill", "attributes", `SessionM has no attribute \`${text}\`.`, span)];
    }),
  ];
}

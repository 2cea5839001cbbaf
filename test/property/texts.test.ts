/** Any text survives as a name, as a literal and as a comment, from one syntax to the other and back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { WaybillNode } from "../../src/compiler/ast/nodes.ts";
import { convertFile } from "../../src/compiler/frontend/print.ts";
import { readClean } from "../support/read-clean.ts";

const text = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
// A comment is one line; control characters have no place in it.
const comment = text.map((any) => any.replace(/\p{Cc}|\p{Zl}|\p{Zp}|\ufeff/gu, " "));

/** Returns the name of the event, the text that its condition compares with, and the comment. */
function textsOf({ events, comments }: WaybillNode): readonly (string | undefined)[] {
  const event = events?.items[0];
  const condition = event?.when?.kind === "Expression" ? event.when.tree : undefined;
  const literal = condition?.kind === "Binary" ? condition.right : undefined;
  return [
    event?.name.text,
    literal?.kind === "TextLiteral" ? literal.text : undefined,
    comments[0]?.text.trim(),
  ];
}

test("any text survives as a name, as a literal and as a comment", () => {
  fc.assert(
    fc.property(text, text, comment, (name, literal, remark) => {
      const source = `waybill 1 texts\n\n# ${remark}\nevent ${JSON.stringify(name)} -> sent {\n  when value("x") == ${JSON.stringify(literal)}\n}\n`;
      const inDsl = readClean(source, "dsl");
      const expected = [name, literal, remark.trim()];
      expect(textsOf(inDsl.tree)).toEqual(expected);
      const inYaml = readClean(convertFile(inDsl, "yaml"), "yaml");
      expect(textsOf(inYaml.tree)).toEqual(expected);
      const again = readClean(convertFile(inYaml, "dsl"), "dsl");
      expect(textsOf(again.tree)).toEqual(expected);
    }),
    { seed: 20_261_127, numRuns: 1_000 },
  );
});

import { expect, test } from "vitest";
import { createSourceFile, lineText, placeOf, positionAt } from "../../../src/compiler/source/source-file.ts";
import { checkText } from "../../support/memory-reader.ts";

test("lines end at a line feed, a carriage return or both", () => {
  const file = createSourceFile("a", "one\ntwo\r\nthree\rfour\n\n");
  expect(file.lineStarts).toEqual([0, 4, 9, 15, 20, 21]);
  expect([1, 2, 3, 4, 5, 6].map((line) => lineText(file, line))).toEqual([
    "one",
    "two",
    "three",
    "four",
    "",
    "",
  ]);
});

test("positions count from 1, columns in UTF-16 code units", () => {
  const file = createSourceFile("a", "a\r\n🏪b\n");
  const at = (offset: number) => Object.values(positionAt(file, offset));
  expect(at(0)).toEqual([1, 1]);
  expect(at(2)).toEqual([1, 3]);
  expect(at(3)).toEqual([2, 1]);
  expect(at(5)).toEqual([2, 3]);
  expect(at(6)).toEqual([2, 4]);
  expect(at(7)).toEqual([3, 1]);
  expect(at(99)).toEqual([3, 93]);
});

test("an empty file has one line", () => {
  expect(positionAt(createSourceFile("a", ""), 0)).toEqual({ line: 1, column: 1 });
});

test("a place is a file and a line", () => {
  const file = createSourceFile("a.waybill.yaml", "x\ny\n");
  expect(placeOf({ file, start: 2, end: 3 })).toBe("a.waybill.yaml:2");
});

const mistaken = "waybill: 1\nname: loyalty\nevents:\n  - 🏪 Laden: laden\n  - evnt: x\n    to: y\n";

test.each([
  ["line feeds", mistaken],
  ["carriage returns and line feeds", mistaken.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\ufeff${mistaken}`],
])("a diagnostic marks the same text with %s", (_, text) => {
  const { diagnostics } = checkText(text);
  const [first] = diagnostics;
  expect(diagnostics).toHaveLength(1);
  expect(first?.span.file.text.slice(first.span.start, first.span.end)).toBe("evnt");
  expect(first && positionAt(first.span.file, first.span.start)).toEqual({ line: 5, column: 5 });
});

/** The text that a diagnostic marks, and the mistakes that are marked so. */
test.each([
  ["a plain value", "users: loged_in", "loged_in"],
  ["a quoted value", 'users: "loged_in"', '"loged_in"'],
  ["a single-quoted value", "users: 'loged_in' # why", "'loged_in'"],
  ["a block value", "users: |-\n    loged_in\n  names: exact", "|-\n    loged_in"],
  ["a folded value", "users: >\n    loged\n    in\n\n  names: exact", ">\n    loged\n    in"],
  ["a value with an anchor", "users: &who loged_in", "loged_in"],
  ["a value of several lines", "users: loged\n    in\n  names: exact", "loged\n    in"],
  ["a list", "users: [loged_in]", "[loged_in]"],
  ["a key", "user: logged_in", "user"],
  ["a quoted key", '"user": logged_in', '"user"'],
])("the mistake in %s is marked without anything around it", (_, source, marked) => {
  const { diagnostics } = checkText(`waybill: 1\nname: loyalty\nsource:\n  ${source}\n`);
  const texts = diagnostics.map(({ span }) => span.file.text.slice(span.start, span.end));
  expect(texts).toEqual([marked]);
});

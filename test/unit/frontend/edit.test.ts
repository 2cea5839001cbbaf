import { expect, test } from "vitest";
import { parse } from "yaml";
import { editYaml } from "../../../src/compiler/frontend/yaml/edit.ts";

const text = `# head
tests:
  - name:   one        # odd spacing
    drops: {a: [x, y], b: 2}   # why
    # after

  - name: "two"
    requests:
      # the first
      - event: {purchase: {qty: "1"}} # qty
      - profile: {email: old}
`;

test("what no change names keeps its bytes, and what changes keeps its comments", () => {
  const edits = [
    { path: ["tests", 0, "drops"], value: { a: ["x"] } },
    {
      path: ["tests", 1, "requests"],
      value: [{ event: { purchase: { qty: "2" } } }, { profile: { email: "404" } }],
    },
  ];
  expect(editYaml(text, edits)).toBe(
    text
      .replace("{a: [x, y], b: 2}   # why", "{a: [x]} # why")
      .replace('qty: "1"', 'qty: "2"')
      .replace("email: old", 'email: "404"'),
  );
});

test("a key that is not there is added behind the last one, in order", () => {
  const edits = [
    { path: ["tests", 1, "drops"], value: {} },
    { path: ["tests", 1, "waybill"], value: ["a", "b"] },
  ];
  expect(editYaml(text, edits)).toBe(`${text}    drops: {}\n    waybill:\n      - a\n      - b\n`);
});

test.each([
  [
    "a mapping in braces gets another member",
    "{a: 1, b: {c: 2}} # x\n",
    "d",
    ["e"],
    "{ a: 1, b: { c: 2 }, d: [ e ] } # x\n",
  ],
  ["an alias is replaced", "a: &x [1]\nb: *x\n", "b", [2], "a: &x [1]\nb:\n  - 2\n"],
  ["a list becomes a mapping", "a: [1]\n", "a", { b: "1" }, 'a:\n  b: "1"\n'],
  ["an empty value is filled", "a:\nb: 1\n", "a", "x", "a: x\nb: 1\n"],
  [
    "a long integer keeps its digits",
    "a: [4730000000000000001, 1]\n",
    "a",
    [4730000000000000001n, 2n],
    "a: [4730000000000000001, 2]\n",
  ],
  ["a text over lines stays one", "a: x\n", "a", "one\ntwo: # no\n", "a: |\n  one\n  two: # no\n"],
  ["line ends of Windows stay elsewhere", "a: 1\r\nb: 2\r\n", "b", 3, "a: 1\r\nb: 3\r\n"],
])("%s", (_, before, key, value, after) => {
  const edited = editYaml(before, [{ path: [key], value }]);
  expect(edited).toBe(after);
  expect(parse(edited, { intAsBigInt: true })).toBeTruthy();
});

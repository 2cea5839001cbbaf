import { expect, test } from "vitest";
import { createSuggest, nearest, oneOf } from "../../../src/compiler/diagnostics/suggest.ts";

const names = ["attributes", "events", "screens", "source", "sessionm", "profile", "new_events"];

test.each([
  ["evnets", "events"],
  ["event", "events"],
  ["Events", "events"],
  ["EVENTS", "events"],
  ["new-events", "new_events"],
  ["newEvents", "new_events"],
  ["sesionm", "sessionm"],
  ["profil", "profile"],
])("%s was meant to be %s", (word, expected) => {
  expect(nearest(word, names)).toBe(expected);
});

test.each(["", "x", "colour", "zzzzzz", "a".repeat(10_000)])("nothing is near %s", (word) => {
  expect(nearest(word, names)).toBeUndefined();
});

test("of several that are as near the first is taken, and an exact one before all", () => {
  expect(nearest("ab", ["ac", "ad"])).toBe("ac");
  expect(nearest("store", ["stores", "store", "Store"])).toBe("store");
  expect(nearest("a", [])).toBeUndefined();
});

test("a short name is changed by one letter at most", () => {
  expect(nearest("to", ["too"])).toBe("too");
  expect(nearest("ab", ["cd"])).toBeUndefined();
});

test("no number is near another", () => {
  for (const word of ["4", "-4", "10", "1.5"]) expect(nearest(word, ["1", "2", "15", "-1"])).toBeUndefined();
  expect(nearest("v4", ["v1"])).toBe("v1");
});

test("suggestions from a list stop after a hundred", () => {
  const suggest = createSuggest(new Set(names));
  const found = Array.from({ length: 150 }, () => suggest("evnets"));
  expect(found.filter((name) => name === "events")).toHaveLength(100);
});

test("names are listed as a hint shows them", () => {
  expect(oneOf(["a"])).toBe("`a`");
  expect(oneOf(["a", "b"])).toBe("one of `a`, `b`");
});

import { expect, test } from "vitest";
import { checkWaybill } from "../../../src/compiler/compile.ts";
import { applyFixes } from "../../../src/compiler/diagnostics/apply-fixes.ts";
import type { Diagnostic } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { isCertain } from "../../../src/compiler/diagnostics/suggest.ts";
import type { FileReader } from "../../../src/compiler/project/file-reader.ts";
import { isTestPath } from "../../../src/testing/read-test-file.ts";
import { diagnosticFixtures } from "../../support/diagnostic-fixtures.ts";
import { fixtureReader } from "../../support/fixture-reader.ts";
import { entry, memoryReader } from "../../support/memory-reader.ts";

/** Returns a reader that has other texts for some files. */
function overlay(reader: FileReader, texts: ReadonlyMap<string, string>): FileReader {
  return {
    read(path, mostBytes) {
      const text = texts.get(path);
      return text === undefined ? reader.read(path, mostBytes) : { kind: "text", text, id: path };
    },
  };
}

/** Applies fixes until there are none, and returns what is left. */
function fixAll(path: string, reader: FileReader) {
  const texts = new Map<string, string>();
  let fixed = 0;
  for (let round = 0; round < 20; round++) {
    const { diagnostics } = checkWaybill(path, overlay(reader, texts));
    const result = applyFixes(diagnostics);
    if (result.texts.size === 0) return { texts, fixed, diagnostics };
    for (const [file, text] of result.texts) texts.set(file.path, text);
    fixed += result.diagnostics.length;
  }
  throw new Error("the fixes do not come to an end");
}

const countOf = (diagnostics: readonly Diagnostic[], severity: string) =>
  diagnostics.filter((one) => one.severity === severity).length;

const fixable = diagnosticFixtures()
  .filter((fixture) => !isTestPath(fixture.entry))
  .map((fixture) => {
    const reader = fixtureReader(fixture.folder);
    return { fixture, reader, before: checkWaybill(fixture.entry, reader).diagnostics };
  })
  .filter(({ before }) => before.some(({ fixes }) => fixes.some(({ safe }) => safe)))
  .map((one) => [one.fixture.title, one] as const);

test.each(fixable)("the certain fixes of %s take mistakes away and add no error", (_, one) => {
  const { fixture, reader, before } = one;
  const { fixed, diagnostics } = fixAll(fixture.entry, reader);
  expect(fixed).toBeGreaterThan(0);
  expect(countOf(diagnostics, "error")).toBeLessThanOrEqual(countOf(before, "error"));
  const all = (list: readonly Diagnostic[]) => countOf(list, "error") + countOf(list, "warning");
  expect(all(diagnostics)).toBeLessThan(all(before));
  expect(diagnostics.some(({ fixes }) => fixes.some(({ safe }) => safe))).toBe(false);
});

test("of the fixtures there are enough to fix", () => {
  expect(fixable.length).toBeGreaterThan(12);
});

function fixedText(text: string): string {
  return fixAll(entry, memoryReader({ [entry]: text })).texts.get(entry) ?? text;
}

test.each([
  ["- Purchase: purchse", "- Purchase: purchase"],
  ['- Purchase: "purchse"', '- Purchase: "purchase"'],
  ["- Purchase: 'purchse'", "- Purchase: 'purchase'"],
])("the quotes of %s stay", (before, after) => {
  const text = (line: string) =>
    `waybill: 1\nname: loyalty\nsessionm: {events: [purchase]}\nevents:\n  ${line}\n`;
  expect(fixedText(text(before))).toBe(text(after));
});

test("line ends, comments and a byte order mark stay as they are", () => {
  const text = (platform: string) => {
    return `\uFEFFwaybill: 1\r\nname: loyalty\r\nsource:\r\n  platforms: [${platform}] # phones\r\n`;
  };
  expect(fixedText(text("andriod"))).toBe(text("android"));
});

test("a key that is there already is not written twice", () => {
  const text = "waybill: 1\nname: loyalty\nevnts: []\nevents: []\n";
  expect(fixedText(text)).toBe(text);
});

test("a name that a key is made from is not changed", () => {
  const text =
    "waybill: 1\nname: loyalty\nsessionm: {attributes: [FavoriteStore]}\nprofile:\n  attributes: [FavoritStore]\n";
  expect(fixedText(text)).toBe(text);
});

test("what mParticle calls a data point is never changed, and nobody is asked to know about identifiers", () => {
  const text = "waybill: 1\nname: loyalty\nprofile:\n  identities:\n    customer_id: {identifier: CRM}\n";
  expect(fixedText(text)).toBe(text);
});

test("several mistakes in one line are corrected together", () => {
  const text =
    "waybill: 1\nname: loyalty\nsource: {platforms: [andriod, iso, mobil_web], environments: [producton]}\n";
  expect(fixedText(text)).toBe(
    "waybill: 1\nname: loyalty\nsource: {platforms: [android, iso, mobile_web], environments: [production]}\n",
  );
});

test.each([
  ["purchse", "purchase", ["purchase", "refund"], true],
  ["Favorite-Store", "favorite_store", ["favorite_store"], true],
  ["evnets", "events", ["events", "screens"], true],
  ["tier_1", "tier_2", ["tier_2"], false],
  ["points1", "points", ["points"], false],
  ["store_visit", "store_visits", ["store_visits", "store_visita"], false],
  ["favstore", "FavStore", ["FavStore", "fav_store", "favstore "], true],
  ["fav store", "fav_store", ["fav_store", "Fav-Store"], false],
  ["id", "ip", ["ip"], false],
  ["opt_in", "opt_out", ["opt_out"], false],
])("whether %s can only be %s among %j: %s", (word, suggestion, candidates, expected) => {
  expect(isCertain(word, suggestion, candidates)).toBe(expected);
});

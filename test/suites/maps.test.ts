/** Source maps lead from emitted and bundled code to the line of the waybill that decided it. */
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect, test } from "vitest";
import { bundleForwarder } from "../../src/bundle/bundle.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { fixtureReader } from "../support/fixture-reader.ts";

const folder = "test/fixtures/compile/everything";

/** What stands in the code, and the file and the text of the line that it comes from. */
const pairs: readonly (readonly [inCode: string, file: string, line: string])[] = [
  ['"platform"', "mapping.waybill.yaml", "  platforms: [ios, android, custom_feeds]"],
  ['"environment"', "mapping.waybill.yaml", "  environments: [production, development]"],
  ['"loop"', "mapping.waybill.yaml", "  loop_partners: [SessionM, Backoffice]"],
  ['"replay"', "mapping.waybill.yaml", "  replays: drop"],
  ['"not_logged_in"', "mapping.waybill.yaml", "  login_identities: [customer_id, email]"],
  ['"bad_external_id"', "mapping.waybill.yaml", "  external_id: customer_id"],
  ['"crm_id"', "mapping.waybill.yaml", "    other_id_2: {attribute: crm_id}"],
  ['"dob"', "mapping.waybill.yaml", "    - Birthday: dob"],
  ['"last_name"', "mapping.waybill.yaml", "    - default"],
  ['"FavoriteStore"', "mapping.waybill.yaml", "    - Favorite Store: FavoriteStore"],
  ['"marketing_opt_in"', "mapping.waybill.yaml", "    - attribute: [optIn, opt in v2]"],
  ['"Store_ID"', "shared.waybill.yaml", "    - Store ID"],
  ['"visits"', "mapping.waybill.yaml", "      - visits"],
  ['"amount"', "mapping.waybill.yaml", "      - Amount: amount"],
  ['"home_viewed"', "mapping.waybill.yaml", "  - Home: home_viewed"],
];

const { module } = compileWaybill("mapping.waybill.yaml", fixtureReader(folder));
if (module === undefined) throw new Error("nothing was emitted");

/** Returns the file and the line's text that the map gives for the first place of a text in the code. */
function sourceOf(code: string, map: string, text: string) {
  const offset = code.indexOf(text);
  expect(offset, text).toBeGreaterThan(0);
  const before = code.slice(0, offset).split("\n");
  const trace = new TraceMap(map);
  const place = originalPositionFor(trace, { line: before.length, column: before.at(-1)?.length ?? 0 });
  const content = trace.sourcesContent?.[trace.sources.indexOf(place.source)];
  return [place.source, content?.split("\n")[(place.line ?? 0) - 1]];
}

test.each(pairs)("%s in the emitted module leads to %s: %s", (inCode, file, line) => {
  expect(sourceOf(module.code, JSON.stringify(module.map), inCode)).toEqual([file, line]);
});

test.each([true, false])("the bundle leads to the same lines, minified: %s", async (minify) => {
  const { code, map } = await bundleForwarder(module, { minify });
  for (const [inCode, file, line] of pairs) {
    // A statement without a mark of its own is behind one; the runtime has texts of its own.
    if (countOf(code, inCode) === 1) expect(sourceOf(code, map, inCode)).toEqual([file, line]);
  }
  expect(pairs.filter(([inCode]) => countOf(code, inCode) === 1).length).toBeGreaterThan(pairs.length / 2);
});

function countOf(code: string, text: string): number {
  return code.split(text).length - 1;
}

test("sources are the waybill's files and the runtime, none by its place on a disk", async () => {
  const { map } = await bundleForwarder(module, { minify: true });
  const { sources, sourcesContent, file, sourceRoot } = JSON.parse(map);
  expect(sources).toContain("mapping.waybill.yaml");
  expect(sources).toContain("shared.waybill.yaml");
  for (const [index, source] of sources.entries()) {
    expect(source).toMatch(
      /^(?:mapping\.waybill\.yaml|shared\.waybill\.yaml|waybill\/runtime\/emitted\/|@noble\/hashes\/|i18n-iso-countries\/)/,
    );
    expect(sourcesContent[index] === null).toBe(!source.endsWith(".waybill.yaml"));
  }
  expect([file, sourceRoot].filter((path) => /^\/|^[A-Z]:/.test(path ?? ""))).toEqual([]);
  expect(JSON.stringify(module.map)).not.toContain(process.cwd());
  expect(module.map.sources).toEqual(["shared.waybill.yaml", "mapping.waybill.yaml"]);
});

test("the map of a file with wide and astral characters counts UTF-16 code units", () => {
  const text = 'waybill: 1\nname: a\nevents: ["🏪 日本", {"🏪": x}]\n';
  const { module: wide } = compileWaybill("a.waybill.yaml", {
    read: () => ({ kind: "text", text, id: "a" }),
  });
  if (wide === undefined) throw new Error("nothing was emitted");
  const before = wide.code.slice(0, wide.code.indexOf("function x(")).split("\n");
  const trace = new TraceMap(JSON.stringify(wide.map));
  const place = originalPositionFor(trace, { line: before.length, column: before.at(-1)?.length ?? 0 });
  expect(text.split("\n")[2]?.slice(place.column ?? 0)).toBe('{"🏪": x}]');
});

test("each part of an expression leads to its own words, over the lines of a block and behind escapes", async () => {
  const text = [
    "waybill: 1",
    "name: a",
    "events:",
    "  - event: Order",
    "    to: order",
    "    when: >-",
    '      value("total") >= 100',
    '      and platform in ["ios"]',
    "    attributes:",
    '      - {attribute: at, value: "concat(\\"é\\\\u00e9 😀\\", upper(value))"}',
    "",
  ].join("\n");
  const { module: small } = compileWaybill("a.waybill.yaml", {
    read: () => ({ kind: "text", text, id: "a" }),
  });
  if (small === undefined) throw new Error("nothing was emitted");
  const wordsAt = (code: string, map: string, inCode: string) => {
    const before = code.slice(0, code.indexOf(inCode)).split("\n");
    const trace = new TraceMap(map);
    const place = originalPositionFor(trace, { line: before.length, column: before.at(-1)?.length ?? 0 });
    return text.split("\n")[(place.line ?? 0) - 1]?.slice(place.column ?? 0);
  };
  const mapped = (inCode: string) => wordsAt(small.code, JSON.stringify(small.map), inCode);
  expect(mapped("atLeast(")).toBe('value("total") >= 100');
  expect(mapped('["ios"]')).toBe('platform in ["ios"]');
  expect(mapped("batchPlatform(")).toBe('platform in ["ios"]');
  expect(mapped("upper(")).toBe('upper(value))"}');
  expect(mapped("takenValue(")).toBe('value))"}');
  const { code, map } = await bundleForwarder(small, { minify: true });
  expect(wordsAt(code, map, '["ios"]')).toBe('platform in ["ios"]');
});

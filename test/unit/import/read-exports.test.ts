import { expect, test } from "vitest";
import { readAttributeList } from "../../../src/import/read-attribute-list.ts";
import { readDataFilter, readDataPoints } from "../../../src/import/read-data-points.ts";
import { readMappings } from "../../../src/import/read-mappings.ts";
import { unescapeHtml } from "../../../src/import/unescape-html.ts";

const row = { jsmap: "-1", map: "2", maptype: "EventClass.Id", value: 'a "b" & c' };
const json = JSON.stringify([row]);
const escaped = json.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const read = [{ setting: undefined, row: 1, ...row, hasConditions: false }];

function valueIn<T>(result: { kind: "read"; value: T } | { kind: "problem"; problem: string }): T {
  if (result.kind === "problem") throw new Error(result.problem);
  return result.value;
}

test.each([
  ["a JSON array", json],
  ["a JSON array, escaped", escaped],
  ["a JSON string of it", JSON.stringify(json)],
  ["a JSON string of it, escaped", JSON.stringify(escaped)],
  ["with a byte order mark", `\ufeff${json}`],
])("a mapping setting is read as %s", (_, text) => {
  expect(valueIn(readMappings(text))).toEqual(read);
});

test("settings are found among others, by their names", () => {
  const settings = { host: "https://example.com", one: escaped, two: [row, row], empty: "[]" };
  const names = valueIn(readMappings(JSON.stringify(settings))).map((one) => `${one.setting} ${one.row}`);
  expect(names).toEqual(["one 1", "two 1", "two 2"]);
  expect(valueIn(readMappings(JSON.stringify(settings), "one"))).toHaveLength(1);
  expect(readMappings(JSON.stringify(settings), "three")).toEqual({
    kind: "problem",
    problem: "has no mapping setting `three`; it has `one`, `two`.",
  });
  const api = { name: "XEventForwarder", settings: [{ name: "eventMappings", value: json }] };
  expect(valueIn(readMappings(JSON.stringify(api)))[0]?.setting).toBe("eventMappings");
});

test("a setting that is there escaped and decoded counts once", () => {
  const twice = { raw: { eventMapping: escaped }, decoded: { eventMapping: [row] } };
  expect(valueIn(readMappings(JSON.stringify(twice)))).toHaveLength(1);
});

test("an empty setting has no rows, and is no mistake", () => {
  expect(valueIn(readMappings("[]"))).toEqual([]);
});

test("a numeric hash is read as one in text", () => {
  expect(valueIn(readMappings(JSON.stringify([{ ...row, jsmap: -1 }])))).toEqual(read);
});

const plan = '{"version_document":{"data_points":[]}}';
const points = '{"data":[{"name":"a","type":"Event","event_type":"other"}]}';
const filter = '{"data":[{"name":"a","type":"Event","event_type":"other","enabled":true}]}';

test.each([
  [
    "is not JSON, so it is no event-mapping setting: that is an array of objects with `jsmap`, `map`, `maptype` and `value`.",
    readMappings("nonsense"),
  ],
  [
    "is no event-mapping setting: that is an array of objects with `jsmap`, `map`, `maptype` and `value`.",
    readMappings('{"a":1}'),
  ],
  ["is a data plan, not an event-mapping setting: name it with `--plan`.", readMappings(plan)],
  [
    "is a list of data points, not an event-mapping setting: name it with `--data-points`.",
    readMappings(points),
  ],
  ["is a Data Filter export, not an event-mapping setting: name it with `--filter`.", readMappings(filter)],
  ["is a mapping setting, not a Data Filter export: name it with `--mappings`.", readDataFilter(json)],
  [
    "is a list of data points, not a Data Filter export: name it with `--data-points`.",
    readDataFilter(points),
  ],
  [
    "is not JSON, so it is no list of data points: that is an object with `data`, a list of objects with `name` and `type`.",
    readDataPoints(""),
  ],
  ["is a data plan, not a list of data points: name it with `--plan`.", readDataPoints(plan)],
])("the wrong file is named: %s", (problem, result) => {
  expect(result).toEqual({ kind: "problem", problem });
});

test("identities of the Platform API get the batch's names", () => {
  const types = ["CustomerId", "Email", "FacebookCustomAudienceId", "Other", "Other2", "OtherId3", "Nobody"];
  const data = types.map((name) => ({ name, type: "UserIdentity", enabled: true }));
  expect(valueIn(readDataFilter(JSON.stringify({ data }))).points.map(({ name }) => name)).toEqual([
    "customer_id",
    "email",
    "facebook_custom_audience_id",
    "other",
    "other_id_2",
    "other_id_3",
    "Nobody",
  ]);
});

test("custom event types get the batch's names, and the type that says nothing is none", () => {
  const data = ["UserContent", "Navigation", "user_preference", "Unknown", null].map((type) => {
    return { name: "a", type: "Event", event_type: type };
  });
  const types = valueIn(readDataPoints(JSON.stringify({ data }))).map(({ eventType }) => eventType);
  expect(types).toEqual(["user_content", "navigation", "user_preference", undefined, undefined]);
});

test.each([
  ["lines", "# mine\nFavoriteStore\n\n loyaltyTier \r\nFavoriteStore\n"],
  ["a CSV column", "FavoriteStore\nloyaltyTier"],
  ["a CSV with a head", "Name,Type\nFavoriteStore,string\nloyaltyTier,string\n"],
  ["another column", 'Type;"Attribute Name"\nstring;FavoriteStore\nstring;"loyaltyTier"\n'],
  ["tabs", "type\tattribute key\ns\tFavoriteStore\ns\tloyaltyTier\n"],
])("a list of attributes is read from %s", (_, text) => {
  expect(valueIn(readAttributeList(text))).toEqual(["FavoriteStore", "loyaltyTier"]);
});

test("a column is chosen by its head", () => {
  const text = "label,api\nStore,FavoriteStore\n";
  expect(valueIn(readAttributeList(text, "api"))).toEqual(["FavoriteStore"]);
  expect(readAttributeList(text)).toEqual({
    kind: "problem",
    problem: "has 2 columns (`label`, `api`); say with `--column` which has the names.",
  });
  expect(readAttributeList(text, "apy")).toEqual({
    kind: "problem",
    problem: "has no column `apy`; its first line is `label`, `api`.",
  });
});

test.each([
  ["is a data plan; a list of attributes is text with one name a line, or CSV. Name it with `--plan`.", plan],
  ["is JSON; a list of attributes is text with one name a line, or CSV.", '{"a":1}'],
  ["has no names in it.", "\n# nothing\n"],
  ["is no text.", "a\0b"],
])("a list of attributes that is none is refused: %s", (problem, text) => {
  expect(readAttributeList(text)).toEqual({ kind: "problem", problem });
});

test("an unclosed quote in a CSV is said in one line", () => {
  const result = readAttributeList('name\n"Favorite');
  expect(result.kind === "problem" && result.problem).toMatch(/^is no CSV: .*\.$/);
});

test("HTML escapes are undone once", () => {
  expect(unescapeHtml("&quot;&amp;quot;&lt;&gt;&#39;&#x27;&apos;&nbsp;&#x110000;")).toBe(
    "\"&quot;<>'''&nbsp;&#x110000;",
  );
});

import { expect, test } from "vitest";
import { openEntry } from "../../../src/cli/disk-reader.ts";
import type { Program } from "../../../src/compiler/check/program.ts";
import { checkWaybill } from "../../../src/compiler/compile.ts";
import { renderText } from "../../../src/compiler/diagnostics/render-text.ts";
import { createCoverage } from "../../../src/coverage/coverage.ts";
import { coverageItems } from "../../../src/coverage/items.ts";
import { generateBatches } from "../../../src/generate/generate-batches.ts";
import { reach } from "../../../src/generate/reach.ts";
import { interpret } from "../../../src/interpreter/interpret.ts";
import { checkText } from "../../support/memory-reader.ts";

function programOf(text: string): Program {
  const { program, diagnostics } = checkText(text);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (program === undefined || errors.length > 0) throw new Error(renderText(errors));
  return program;
}

function unreached(program: Program): readonly string[] {
  return coverageItems(program).flatMap((item) => (reach(item, program) === undefined ? [item.text] : []));
}

const restaurant = (() => {
  const { entry, reader } = openEntry("examples/restaurant/production.waybill.yaml");
  const { program } = checkWaybill(entry, reader);
  if (program === undefined) throw new Error("The example has errors.");
  return program;
})();

test("everything in the restaurant's waybill is reached by a batch of its own", () => {
  expect(unreached(restaurant)).toEqual([]);
});

test.each([
  'value("visits") >= 3',
  'not (value("visits") < 3 and user("tier") == "gold")',
  'platform != "ios"',
  'platform in ["ios", "android"] and value("a") == "x"',
  'user("tier") in ["Gold", "Silver"]',
  'consent.gdpr("loyalty")',
  "not consent.ccpa_opt_out",
  'present(identity("email"))',
  'contains(lower(value("name")), "pizza")',
  'glob(value("code"), "SPR*-??")',
  'length(value("code")) > 5',
  'number(value("total")) * 2 > 30.5',
  'value("a") == "1" or value("b") == "2" and value("c") == "3"',
  'event.type == "location"',
  "event.time > 1700000000000",
  'user("opt in") | boolean',
])("both outcomes of a condition are reached: %s", (condition) => {
  const program = programOf(`waybill: 1
name: w
source: {platforms: [ios, android, roku]}
events:
  - event: Visit
    to: visit
    when: ${JSON.stringify(condition)}
`);
  expect(unreached(program)).toEqual([]);
});

test("a condition that needs more than its own constants is left, and so is one that is never true", () => {
  const program = programOf(`waybill: 1
name: w
events:
  - event: A
    to: a
    when: sha256(value("x")) == "00"
  - event: B
    to: b
    when: value("x") == "1" and value("x") == "2"
`);
  expect(unreached(program)).toEqual([
    "`A` → `a`",
    "`when` of `A` → `a`: true",
    "`B` → `b`",
    "`when` of `B` → `b`: true",
  ]);
});

test("names, lookups, values, otherwise, limits, gates and new attributes are reached", () => {
  const program = programOf(`waybill: 1
name: w
source: {platforms: [roku], environments: [development], login_identities: [other_id_2], when: 'user("vip") == "yes"'}
profile:
  external_id: customer_id
  identities: {mpid: {attribute: mpid}, email: email}
  reserved_fields: default
  attributes:
    - {attribute: [tier, Tier v2], to: tier, lookup: {G: gold}}
    - {attribute: visits, value: 'value + 1', when: value > 3}
    - {attribute: app, to: app, text: app}
  new_attributes: forward
  when: present(user("member"))
events:
  - event: Check In
    type: location
    to: visit
    when: value("gps") == "true"
  - event: Check In
    to: self_reported
    when: otherwise
    attributes: [a, b, c, d, e, f, g, h, i, j, k]
screens:
  - screen: Home
    to: home
    new_attributes: forward
`);
  expect(unreached(program)).toEqual([]);
});

test("the batches of a waybill reach all of it, give every reason of the gate, and are the same each time", () => {
  const batches = generateBatches(restaurant);
  expect(generateBatches(restaurant)).toEqual(batches);
  const coverage = createCoverage(restaurant);
  const reasons = new Set<string>();
  for (const { batch } of batches) {
    for (const { reason } of interpret(restaurant, batch, coverage.startBatch()).drops) reasons.add(reason);
  }
  expect(coverage.result().filter(({ isReached }) => !isReached)).toEqual([]);
  const gate = ["malformed", "platform", "environment", "loop", "replay", "not_logged_in", "bad_external_id"];
  const rest = [
    "not_enabled",
    "duplicate_key",
    "null_value",
    "no_value",
    "removed_not_forwarded",
    "empty_value",
  ];
  expect([...gate, ...rest].filter((reason) => !reasons.has(reason))).toEqual([]);
});

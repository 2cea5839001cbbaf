import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { prove } from "../../src/prove/prove.ts";
import { memoryReader } from "../support/memory-reader.ts";

const head = "waybill: 1\nname: w\n";

function program(text: string) {
  const { program: made, diagnostics } = compileWaybill(
    "w.waybill.yaml",
    memoryReader({ "w.waybill.yaml": head + text }),
  );
  if (made === undefined) throw new Error(diagnostics.map(({ code }) => code).join(" "));
  return made;
}

function proofOf(before: string, after: string) {
  const proof = prove(program(before), program(after), []);
  return proof.kind === "undecided"
    ? `undecided: ${proof.doubts.map(({ what }) => what).join(", ")}`
    : proof.kind;
}

const event = (...entries: readonly string[]) =>
  `events:\n${entries.map((entry) => `  - ${entry}\n`).join("")}`;

test.each([
  [
    "a condition and its opposite, and `otherwise`",
    event("{event: A, to: a, when: 'platform == \"ios\"'}", "{event: A, to: b, when: otherwise}"),
    event("{event: A, to: a, when: 'platform == \"ios\"'}", "{event: A, to: b, when: 'platform != \"ios\"'}"),
  ],
  [
    "a condition on the batch, and on everything in it",
    `source: {when: consent.gdpr("x")}\nprofile: {attributes: [T]}\n${event("A: a")}`,
    `profile: {when: consent.gdpr("x"), attributes: [T]}\n${event('{event: A, to: a, when: consent.gdpr("x")}')}`,
  ],
  [
    "numbers that are ranges",
    event('{event: A, to: a, when: not (value("n") < 3)}'),
    event('{event: A, to: a, when: value("n") >= 3 or not (value("n") < 3)}'),
  ],
  ["events of different names in another order", event("A: a", "B: b"), event("B: b", "A: a")],
  [
    "an entry that never fires",
    event("A: a", '{event: B, to: b, when: \'value("x") == "1" and value("x") == "2"\'}'),
    event("A: a"),
  ],
  [
    "a table, and the same as a choice",
    "profile: {attributes: [{attribute: T, lookup: {yes: 'y', no: 'n'}}]}",
    'profile: {attributes: [{attribute: T, value: \'if(value == "yes", "y", if(value == "no", "n", lookup("", {"a": ""})))\'}]}',
  ],
  [
    "a text, and an expression that gives it",
    "profile: {attributes: [{attribute: T, text: app}]}",
    'profile: {attributes: [{attribute: T, value: \'if(present(user("x")), "app", "app")\'}]}',
  ],
  [
    "settings that say the default",
    event("A: a"),
    `source: {users: logged_in, environments: [production]}\n${event("A: a")}`,
  ],
  [
    "settings of attributes where there are none",
    "profile: {identities: {email: email}}",
    "profile: {identities: {email: email}, lists: json, removed: empty}",
  ],
])("proven: %s", (_, before, after) => {
  expect([proofOf(before, after), proofOf(after, before)]).toEqual(["equivalent", "equivalent"]);
});

test.each([
  [
    "a limit that moves by one",
    event('{event: A, to: a, when: value("n") >= 3}'),
    event('{event: A, to: a, when: value("n") > 3}'),
  ],
  [
    "a number and its text",
    event('{event: A, to: a, when: value("n") == 3}'),
    event('{event: A, to: a, when: \'value("n") == "3"\'}'),
  ],
  [
    "an absent value, which is no other text",
    event('{event: A, to: a, when: \'value("n") != "3"\'}'),
    event('{event: A, to: a, when: \'not (value("n") == "3")\'}'),
  ],
  [
    "two sources whose values are mostly alike",
    'profile: {attributes: [{attribute: T, value: user("x")}]}',
    'profile: {attributes: [{attribute: T, value: user("y")}]}',
  ],
  [
    "a list that is sent as JSON",
    "profile: {lists: json, attributes: [{attribute: T, value: value}]}",
    "profile: {lists: json, attributes: [{attribute: T, value: 'concat(value)'}]}",
  ],
  [
    "arithmetic that is beyond numbers sooner",
    event('{event: A, to: a, when: value("n") * 2 > 4}'),
    event('{event: A, to: a, when: value("n") > 2}'),
  ],
  ["a setting of the gate", event("A: a"), `source: {replays: forward}\n${event("A: a")}`],
  ["platforms", event("A: a"), `source: {platforms: [ios]}\n${event("A: a")}`],
  ["unlisted events", event("A: a"), `new_events: forward\n${event("A: a")}`],
  [
    "what unlisted attributes are called",
    event("{event: A, to: a, new_attributes: forward}"),
    `casing: {event_attributes: upper_case}\n${event("{event: A, to: a, new_attributes: forward}")}`,
  ],
  ["a type", event("A: a"), event("{event: A, type: location, to: a}")],
  [
    "who fires first",
    event('{event: A, to: a, when: value("n") > 1}', "{event: A, to: b, when: otherwise}"),
    event('{event: A, to: b, when: value("n") > 1}', "{event: A, to: a, when: otherwise}"),
  ],
])("a batch tells apart: %s", (_, before, after) => {
  expect(proofOf(before, after)).toBe("different");
});

test.each([
  [
    "functions that compute the same",
    event('{event: A, to: a, when: \'lower(value("n")) == "a"\'}'),
    event('{event: A, to: a, when: \'value("n") == "a" or value("n") == "A"\'}'),
    "which events `A` gives",
  ],
  [
    "arithmetic",
    event('{event: A, to: a, when: value("n") + 0 > 2}'),
    event('{event: A, to: a, when: value("n") > 2}'),
    "which events `A` gives",
  ],
])("not decided, and said so: %s", (_, before, after, what) => {
  expect(proofOf(before, after)).toBe(`undecided: ${what}`);
});

test("a batch that tells two apart is as small as it can be", () => {
  const [before, after] = [event("A: a", "B: b"), event("A: a", "B: c")].map(program);
  if (before === undefined || after === undefined) throw new Error("no program");
  const proof = prove(before, after, []);
  if (proof.kind !== "different") throw new Error(proof.kind);
  expect(JSON.parse(proof.batch)).toEqual({
    mpid: "1000000000000000001",
    user_identities: { customer_id: "generated-1" },
    events: [{ event_type: "custom_event", data: { event_name: "B" } }],
  });
});

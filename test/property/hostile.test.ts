/** Hostile names, values and sizes: prototypes stay as they are, globs stay linear, and no output tells a secret. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { matchesGlob } from "../../src/runtime/emitted/glob.ts";
import { compareWays } from "../../src/verify/compare-ways.ts";
import { waysOfWaybill } from "../support/agreement.ts";
import { runCli } from "../support/cli.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Names with which objects of JavaScript come into the world. */
const inherited = [...Object.getOwnPropertyNames(Object.prototype), "prototype", "length", "then"];

/** A value of this name, written so that `__proto__` is a member like any other. */
const member = (name: string, json: string) => `${JSON.stringify(name)}:${json}`;

test.each(inherited)("`%s` is a name like any other, and no prototype changes", async (name) => {
  const waybill = {
    waybill: 1,
    name: "hostile",
    source: { users: "all", loop_partners: [name] },
    profile: {
      attributes: [
        { attribute: name, to: "key" },
        { attribute: "other", to: "made", value: `user(${JSON.stringify(name)})` },
        { attribute: "table", to: "looked", lookup: { x: "y" }, else: "none" },
      ],
      new_attributes: "forward",
      when: `not consent.gdpr(${JSON.stringify(name)})`,
    },
    events: [{ event: name, to: name, attributes: [name], new_attributes: "forward" }],
    screens: [{ screen: name, to: name }],
  };
  const ways = await waysOfWaybill(waybill);
  if (ways === undefined) throw new Error("the waybill has errors");
  const polluting = '{"polluted":"yes","__proto__":{"polluted":"yes"}}';
  const attributes = `{${member(name, '"v"')},"table":${JSON.stringify(name)},"new":{${member(name, polluting)}}}`;
  const event = (kind: string, key: string) =>
    `{"event_type":"${kind}","data":{"event_id":"1","${key}":${JSON.stringify(name)},"custom_attributes":${attributes}}}`;
  const events = `[${event("custom_event", "event_name")},${event("screen_view", "screen_name")}]`;
  const batch = `{"mpid":7,${member(name, polluting)},"user_attributes":${attributes},"user_identities":{${member(name, '"id"')}},"consent_state":{"gdpr":{${member(name, polluting)}}},"events":${events}}`;
  const before = Object.getOwnPropertyNames(Object.prototype);
  const { result, disagreement } = compareWays(ways, batch);
  expect(disagreement).toBeUndefined();
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect("polluted" in {}).toBe(false);
  expect(result.requests).toHaveLength(3);
  const [profile, custom] = result.requests.map(({ body }) => body);
  expect(profile).toContain('"user_profile":{"key":"v","made":"v","looked":"none","new":');
  expect(custom).toContain(`{"events":{${JSON.stringify(name)}:{`);
  expect(custom).toContain(`"context":{${member(name, '"v"')},`);
});

test("a glob takes time with the length of the text, not with its square", () => {
  const million = "a".repeat(1_000_000);
  const globs = ["*a*a*a*a*a*b", "*".repeat(50), "a*?a*?b", `${"*a".repeat(20)}c`, "?".repeat(40)];
  for (const glob of globs) {
    const start = process.cpuUsage();
    matchesGlob(glob, million);
    // Ten milliseconds for each character of a glob, on a slow machine; the square would be minutes.
    expect(process.cpuUsage(start).user / 1_000, glob).toBeLessThan(2_000);
  }
});

test("a casing rule and a condition with globs are quick on a name and a value of a million characters", () => {
  const waybill = `waybill: 1
name: long
source: {users: all, when: 'not glob(user("long"), "*a*a*a*a*b")'}
casing: {rules: [{match: "*a*a*a*a*b", to: never}]}
profile: {new_attributes: forward}
`;
  const { program, module } = compileWaybill("w.waybill.yaml", memoryReader({ "w.waybill.yaml": waybill }));
  if (program === undefined || module === undefined) throw new Error("the waybill has errors");
  const long = "a".repeat(1_000_000);
  const batch = JSON.stringify({ mpid: 7, user_attributes: { [long]: "1", long } });
  for (const run of [loadEmitted(module), (text: string) => interpret(program, text)]) {
    const start = process.cpuUsage();
    expect(run(batch).requests).toHaveLength(1);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(10_000);
  }
});

test("globs of the interpreter and of emitted code are the same", async () => {
  const piece = fc.constantFrom("*", "?", "a", "b", "A", "_", "1");
  const text = fc
    .array(fc.constantFrom("a", "b", "B", "_", "1"), { maxLength: 8 })
    .map((parts) => `x${parts.join("")}`);
  const glob = fc.array(piece, { maxLength: 6 }).map((parts) => `x${parts.join("")}`);
  const property = fc.asyncProperty(
    fc.array(glob, { minLength: 1, maxLength: 4 }),
    fc.array(text, { maxLength: 8 }),
    async (matches, names) => {
      const rules = matches.map((match, index) => ({ match, to: `rule${index}` }));
      const waybill = {
        waybill: 1,
        name: "globs",
        source: { users: "all" },
        casing: { rules },
        profile: { new_attributes: "forward" },
      };
      const { program, module } = compileWaybill(
        "w.waybill.yaml",
        memoryReader({ "w.waybill.yaml": JSON.stringify(waybill) }),
      );
      if (program === undefined || module === undefined) return;
      const batch = JSON.stringify({
        mpid: 7,
        user_attributes: Object.fromEntries(names.map((name) => [name, "1"])),
      });
      expect(loadEmitted(module)(batch).requests).toEqual(interpret(program, batch).requests);
    },
  );
  await fc.assert(property, { seed: 20_261_127, numRuns: 150 });
});

const secrets = {
  SESSIONM_HOST: "http://127.0.0.1:9",
  SESSIONM_API_KEY: "canary-key",
  SESSIONM_API_SECRET: "canary-secret",
};
const person = [
  "canary-person@example.com",
  "canary-first-name",
  "canary-street",
  "canary-value",
  "canary-token",
];

const guarded = `waybill: 1
name: loyalty
connection: {host: "\${SESSIONM_HOST}", api_key: "\${SESSIONM_API_KEY}", api_secret: "\${SESSIONM_API_SECRET}"}
profile:
  identities: {email: email}
  reserved_fields: default
  attributes:
    - street
    - {attribute: broken, value: 'if(value == "x", "y", "z")', when: 'user("street") != "x"'}
events:
  - {event: Order, to: order, attributes: [amount], when: 'value("amount") != "1"'}
`;

const guardedBatch = JSON.stringify({
  mpid: 7,
  batch_id: "b",
  user_identities: { customer_id: "C", email: person[0], other: "canary-token" },
  user_attributes: { $FirstName: person[1], street: person[2], broken: [person[3]], unlisted: person[3] },
  events: [
    { event_type: "custom_event", data: { event_name: "Order", custom_attributes: { amount: person[3] } } },
  ],
});

test("neither secrets nor values of members stand in what commands print and write, but where they are asked for", async () => {
  const folder = temporaryFolder({
    "loyalty.waybill.yaml": guarded,
    "broken.waybill.yaml": guarded.replace("events:", "evnets:"),
    "batches.ndjson": `${guardedBatch}\n{"mpid":"canary-value"\n`,
    "loyalty.test.yaml":
      "waybill: ./loyalty.waybill.yaml\nbatches: {one: ./batches.ndjson#0}\ntests: [{name: a, batch: one, drops: {platform: [batch]}}]\n",
  });
  const lines = [
    "check loyalty.waybill.yaml broken.waybill.yaml --format json",
    "check broken.waybill.yaml",
    "build loyalty.waybill.yaml",
    "trace loyalty.waybill.yaml --in batches.ndjson",
    "trace loyalty.waybill.yaml --in batches.ndjson --json",
    "verify loyalty.waybill.yaml --random 20",
    "test loyalty.test.yaml --coverage --suggest --format json",
    "convert loyalty.waybill.yaml --to dsl",
    "run loyalty.waybill.yaml --in batches.ndjson --send",
  ];
  for (const line of lines) {
    const { stdout, stderr } = await runCli(folder, line.split(" "), { env: secrets });
    expect(stdout + stderr, line).not.toBe("");
    expect(found(stdout + stderr), line).toEqual([]);
  }
  const dry = await runCli(folder, "run loyalty.waybill.yaml --in batches.ndjson --dry-run".split(" "), {
    env: secrets,
  });
  expect(found(dry.stderr)).toEqual([]);
  expect(dry.stdout).not.toMatch(/canary-(?:key|secret)/);
  const written = readdirSync(join(folder, "forwarders/loyalty")).map((name) =>
    readFileSync(join(folder, "forwarders/loyalty", name), "utf8"),
  );
  expect(written.length).toBeGreaterThan(4);
  expect(found(written.join("\n"))).toEqual([]);
}, 60_000);

function found(text: string): readonly string[] {
  return [...Object.values(secrets).filter((one) => one.startsWith("canary")), ...person].filter((one) =>
    text.includes(one),
  );
}

import { expect, test } from "vitest";
import { event, startClient } from "./client.ts";

test("each matching request takes the next answer, and then the rule is over", async () => {
  const client = await startClient({ script: [{ answers: [503, "ok", 500] }] });
  const statuses = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await client.put("1", {})).status);
  expect(statuses).toEqual([503, 200, 500, 200, 200]);
});

test("a rule matches by method, event, external id and part of the path, all of them together", async () => {
  const client = await startClient({
    users: [{ external_id: "1" }, { external_id: "a b" }],
    script: [
      { match: { method: "put" }, answers: [501] },
      { match: { event: "purchase", path: "a b" }, answers: [502] },
      { match: { path: "/events" }, answers: [503] },
    ],
  });
  expect((await client.send("1", { purchase: event() })).status).toBe(503);
  expect((await client.send("1", { purchase: event() })).status).toBe(200);
  expect((await client.send("a b", { visit: 1 })).status).toBe(200);
  expect((await client.send("a b", { purchase: event() })).status).toBe(502);
  expect((await client.put("1", {})).status).toBe(501);
});

test("nth lets the first matching requests pass, also those that another rule answers", async () => {
  const client = await startClient({
    script: [{ answers: [500] }, { match: { event: "purchase", nth: 3 }, answers: [503] }],
  });
  const statuses = [];
  for (let count = 0; count < 4; count += 1)
    statuses.push((await client.send("1", { purchase: event() })).status);
  expect(statuses).toEqual([500, 200, 503, 200]);
});

test("switches of a script hold for one request", async () => {
  const client = await startClient({
    script: [{ answers: [{ switches: { missing_user_on_profile: "upsert" } }] }],
  });
  expect((await client.put("2", {})).code).toBe("ok");
  expect((await client.put("3", {})).code).toBe("user_not_found");
});

test("a script is replaced while the sandbox runs; in JSON it has the same form", async () => {
  const client = await startClient();
  const script = [
    {
      match: { method: "PUT", path: "1", nth: 1 },
      answers: [
        "ok",
        503,
        { status: 429, retry_after: "1" },
        { fault: "slow", ms: 1 },
        { switches: { error_status: "4xx" } },
      ],
    },
  ];
  const set = await client.raw("POST", "/sandbox/script", JSON.stringify(script));
  expect(JSON.parse(set.text)).toEqual({ rules: 1 });
  const statuses = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await client.put("1", { zip: 1 })).status);
  expect(statuses).toEqual([200, 503, 429, 200, 400]);
});

test.each<[unknown, string, string?]>([
  [{}, "A script is a list of rules."],
  [["ok"], "Rule 1: a rule is an object with match and answers."],
  [[{ answers: [] }, {}], "Rule 2: answers is not a list."],
  [[{ answers: [], when: {} }], "Rule 1: `when` is not a known key.", "The keys are match, answers."],
  [
    [{ match: { methods: "PUT" }, answers: [] }],
    "Rule 1: `methods` is not a known key.",
    "Did you mean `method`?",
  ],
  [[{ match: { event: 1 }, answers: [] }], "Rule 1: match.event is not text."],
  [[{ match: { nth: 0 }, answers: [] }], "Rule 1: match.nth is not a positive whole number."],
  [[{ match: [], answers: [] }], "Rule 1: match is not an object."],
  [[{ answers: ["hangs"] }], "Rule 1: There is no fault `hangs`.", "Did you mean `hang`?"],
  [[{ answers: [99] }], "Rule 1: 99 is not a status from 200 to 599."],
  [[{ answers: [{ status: 429, retry_after: 1 }] }], 'Rule 1: retry_after is not text, as in "1".'],
  [
    [{ answers: [{ status: 429, retry: "1" }] }],
    "Rule 1: `retry` is not a known key.",
    "The keys are status, body, retry_after.",
  ],
  [[{ answers: [{ fault: "slow", ms: "1" }] }], "Rule 1: ms is not a number of milliseconds."],
  [
    [{ answers: [{ switches: { error_status: "5xx" } }] }],
    'Rule 1: Switch `error_status` has no value "5xx".',
    "Did you mean `4xx`?",
  ],
  [[{ answers: [{}] }], "Rule 1: {} is no answer: it has neither status, fault nor switches."],
])("the script %j is refused", async (script, problem, hint) => {
  const client = await startClient();
  const { status, text } = await client.raw("POST", "/sandbox/script", JSON.stringify(script));
  expect([status, JSON.parse(text)]).toEqual([400, hint === undefined ? { problem } : { problem, hint }]);
});

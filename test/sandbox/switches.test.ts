import { expect, test } from "vitest";
import { notSwitched, openQuestions } from "../../src/sandbox/open-questions.ts";
import type { SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { parseSwitchFlags, type SwitchName, switchList } from "../../src/sandbox/switches.ts";
import { app, type Client, event, startClient } from "./client.ts";

interface Case {
  readonly options?: SandboxOptions;
  /** Does what the switch is about and returns what can be seen of it. */
  readonly act: (client: Client) => Promise<unknown>;
  /** What is seen, by value of the switch. */
  readonly want: Readonly<Record<string, unknown>>;
}

const clock = () => Date.parse("2026-06-01T12:00:00.000Z");
const id = (name: string) => ({ "message-id": name });
const hour = 60 * 60 * 1000;

const names = (client: Client) => client.state.events().map((stored) => stored.name);
const count = (client: Client) => client.state.events().length;
const member = (client: Client, externalId = "1") => client.state.usersWith(externalId).at(-1);
const attributes = (client: Client) => {
  const { _version, ...rest } = member(client)?.user_profile ?? {};
  return rest;
};

async function inOrder(...steps: readonly (() => Promise<{ readonly code: string | null }>)[]) {
  const codes: (string | null)[] = [];
  for (const step of steps) codes.push((await step()).code);
  return codes;
}

function failingWith(status: number): SandboxOptions {
  return { script: [{ answers: [{ status }] }] };
}

const cases: Readonly<Record<SwitchName, Case>> = {
  missing_user_on_profile: {
    act: async (client) => {
      const { status, code } = await client.put("2", { city: "Lisboa" });
      return [status, code, member(client, "2")?.external_id];
    },
    want: {
      user_not_found: [200, "user_not_found", undefined],
      requires_registered_user: [200, "requires_registered_user", undefined],
      bare_404: [404, null, undefined],
      upsert: [200, "ok", "2"],
    },
  },
  missing_user_on_event: {
    act: async (client) => {
      const { status, code } = await client.send("2", { purchase: event() });
      return [status, code, member(client, "2")?.external_id, count(client)];
    },
    want: {
      user_not_found: [200, "user_not_found", undefined, 0],
      requires_registered_user: [200, "requires_registered_user", undefined, 0],
      bare_404: [404, null, undefined, 0],
      upsert: [200, "ok", "2", 1],
    },
  },
  error_status: {
    act: async (client) => [
      (await client.put("2", {})).status,
      (await client.put("1", { gender: "x" })).status,
      (await client.create({ external_id: "1" })).status,
      (await client.raw("PUT", `${app}/external/users/1`, "{")).status,
      (await client.raw("PUT", "/priv/v1/apps/other/external/users/1", "{}")).status,
    ],
    want: { "200": [200, 200, 200, 200, 200], "4xx": [404, 422, 409, 400, 401] },
  },
  success_body: {
    act: async (client) => (await client.put("1", {})).text.slice(0, 24),
    want: { user: '{"status":"ok","user":{"', status_only: '{"status":"ok"}', empty: "" },
  },
  transaction_id: {
    act: async (client) => {
      const twice = () => client.send("1", { purchase: event() });
      return [...(await inOrder(twice, twice)), count(client)];
    },
    want: { none: ["ok", "ok", 2], ignore: ["ok", "ok", 1], error: ["ok", "validation", 1] },
  },
  transaction_id_scope: {
    options: { switches: { transaction_id: "ignore" }, users: [{ external_id: "1" }, { external_id: "2" }] },
    act: async (client) => {
      await client.send("1", { purchase: event() });
      await client.send("1", { refund: event() });
      await client.send("2", { purchase: event() });
      return client.state.events().map((stored) => `${stored.sent_to} ${stored.name}`);
    },
    want: {
      user: ["1 purchase", "2 purchase"],
      user_and_event: ["1 purchase", "1 refund", "2 purchase"],
      app: ["1 purchase"],
    },
  },
  transaction_id_window: {
    options: { switches: { transaction_id: "error" } },
    act: async (client) =>
      inOrder(
        () => client.send("1", { purchase: event() }),
        () => client.send("1", { purchase: event() }),
      ),
    want: { forever: ["ok", "validation"], one_hour: ["ok", "ok"] },
  },
  cached_errors: {
    options: failingWith(503),
    act: async (client) => {
      const bad = () => client.put("2", { city: "Lisboa" }, id("m-1"));
      const good = () => client.put("1", { city: "Lisboa" }, id("m-2"));
      const first = (await client.put("1", {}, id("m-3"))).status;
      await bad();
      client.state.addUsers([{ external_id: "2" }]);
      return [first, (await bad()).code, (await client.put("1", {}, id("m-3"))).status, (await good()).code];
    },
    want: {
      no: [503, "ok", 200, "ok"],
      business: [503, "user_not_found", 200, "ok"],
      all: [503, "user_not_found", 503, "ok"],
    },
  },
  message_id_scope: {
    act: async (client) => {
      await client.put("1", {}, id("m-1"));
      await client.send("1", { purchase: event() }, id("m-1"));
      return count(client);
    },
    want: { app: 0, path: 1 },
  },
  message_id_format: {
    act: async (client) =>
      inOrder(
        () => client.put("1", {}, id("m-1")),
        () => client.put("1", {}, id("6f1c2d3e-0000-4000-8000-000000000001")),
      ),
    want: { any: ["ok", "ok"], uuid: ["validation", "ok"] },
  },
  message_id_cached: {
    options: { script: [{ answers: ["reset_after"] }] },
    act: async (client) => {
      const purchase = () => client.send("1", { purchase: event() }, id("m-1"));
      await purchase().catch(() => {});
      await purchase();
      return count(client);
    },
    want: { when_processed: 1, when_answered: 2 },
  },
  async_events: {
    act: async (client) => {
      const path = `${app}/external/users/1/events`;
      const events = { purchase: event() };
      const byQuery = await client.raw("POST", `${path}?async=true`, JSON.stringify({ events }));
      const byBody = await client.raw("POST", path, JSON.stringify({ events, async: true }));
      return [byQuery.status, byQuery.code, byBody.status, count(client)];
    },
    want: {
      ignore: [200, "ok", 200, 2],
      accept: [202, "ok", 202, 2],
      error: [200, "argument_error", 200, 0],
    },
  },
  undefined_event: {
    options: { events: new Set(["purchase"]) },
    act: async (client) => {
      const codes = await inOrder(
        () => client.send("1", { purchase: event() }),
        () => client.send("1", { other: event() }),
      );
      return [...codes, ...names(client)];
    },
    want: {
      error: ["ok", "validation", "purchase"],
      ignore: ["ok", "ok", "purchase"],
      store: ["ok", "ok", "purchase", "other"],
    },
  },
  occurrence_list: {
    act: async (client) => {
      const { code } = await client.send("1", { purchase: [event("t-1"), event("t-2")] });
      return [code, count(client)];
    },
    want: { error: ["argument_error", 0], accept: ["ok", 2] },
  },
  several_events: {
    act: async (client) => {
      const half = await client.send("1", { purchase: event(), refund: event("t-2", { qty: "none" }) });
      const both = await client.send("1", { visit: event("t-3"), tour: event("t-4") });
      return [half.code, both.code, ...names(client)];
    },
    want: {
      atomic: ["argument_error", "ok", "visit", "tour"],
      partial: ["argument_error", "ok", "purchase", "visit", "tour"],
      error: ["argument_error", "argument_error"],
    },
  },
  event_value_types: {
    act: async (client) =>
      inOrder(
        () => client.send("1", { purchase: event("t-1", { context: { amount: "12.50" } }) }),
        () => client.send("1", { purchase: event("t-2", { context: { amount: 12.5 } }) }),
        () => client.send("1", { purchase: event("t-3", { qty: 1 }) }),
        () => client.send("1", { purchase: event("t-4", { context: { items: ["a"] } }) }),
      ),
    want: {
      strings: ["ok", "argument_error", "argument_error", "argument_error"],
      any: ["ok", "ok", "ok", "argument_error"],
    },
  },
  more_than_ten: {
    act: async (client) => {
      const context = Object.fromEntries([..."abcdefghijk"].map((key) => [key, "1"]));
      const { code } = await client.send("1", { purchase: event("t-1", { context }) });
      return [code, Object.keys(client.state.events()[0]?.context ?? {}).join("")];
    },
    want: { error: ["validation", ""], drop: ["ok", "abcdefghij"], accept: ["ok", "abcdefghijk"] },
  },
  date_range: {
    options: { clock },
    act: async (client) =>
      inOrder(
        () => client.send("1", { purchase: event("t-1", { date: "2026-05-31T00:00:00Z" }) }),
        () => client.send("1", { purchase: event("t-2", { date: "2025-05-01T00:00:00Z" }) }),
        () => client.send("1", { purchase: event("t-3", { date: "2026-06-01T12:10:00Z" }) }),
      ),
    want: { any: ["ok", "ok", "ok"], past_year: ["ok", "validation", "validation"] },
  },
  date_format: {
    act: async (client) =>
      inOrder(
        () => client.send("1", { purchase: event("t-1", { date: "2026-05-31T00:00:00Z" }) }),
        () => client.send("1", { purchase: event("t-2", { date: "2026-05-31T00:00:00.123Z" }) }),
        () => client.send("1", { purchase: event("t-3", { date: "2026-05-31T00:00:00+01:00" }) }),
      ),
    want: {
      any: ["ok", "ok", "ok"],
      utc: ["ok", "ok", "argument_error"],
      whole_seconds: ["ok", "argument_error", "ok"],
    },
  },
  unknown_attribute: {
    options: { attributes: new Map([["tier", "any"]]) },
    act: async (client) => {
      const { code } = await client.put("1", { shoe: "42", user_profile: { tier: "gold", Tier: "x" } });
      return [code, attributes(client), Object.hasOwn(member(client) ?? {}, "shoe")];
    },
    want: {
      error: ["validation", {}, false],
      drop: ["ok", { tier: "gold" }, false],
      store: ["ok", { tier: "gold", Tier: "x" }, true],
    },
  },
  wrong_attribute_type: {
    options: {
      attributes: new Map([
        ["visits", "number"],
        ["vip", "boolean"],
        ["store", "text"],
      ]),
    },
    act: async (client) => {
      const { code } = await client.put("1", { user_profile: { visits: "12", vip: "True", store: 42 } });
      const { code: hopeless } = await client.put("1", { user_profile: { visits: "many" } });
      return [code, hopeless, attributes(client)];
    },
    want: {
      convert: ["ok", "validation", { visits: 12, vip: true, store: "42" }],
      error: ["validation", "validation", {}],
      drop: ["ok", "ok", {}],
    },
  },
  null_value: {
    act: async (client) => {
      await client.put("1", { city: "Lisboa", user_profile: { tier: "gold" } });
      const { code } = await client.put("1", { city: null, user_profile: { tier: null } });
      return [code, Object.hasOwn(member(client) ?? {}, "city"), attributes(client)];
    },
    want: {
      error: ["validation", true, { tier: "gold" }],
      clear: ["ok", false, {}],
      ignore: ["ok", true, { tier: "gold" }],
    },
  },
  identifiers: {
    act: async (client) => {
      await client.put("1", { identifiers: [{ external_id: "mpid-1", external_id_type: "mpid" }] });
      return [client.state.usersWith("1").length, client.state.usersWith("mpid-1").length];
    },
    want: { replace: [0, 1], merge: [1, 1] },
  },
  invalid_field: {
    act: async (client) => {
      const { code } = await client.put("1", {
        gender: "Female",
        country: "PT",
        dob: "1.1.1990",
        city: "Lisboa",
      });
      return [code, Object.keys(member(client) ?? {}).filter((key) => /gender|country|dob|city/.test(key))];
    },
    want: {
      error: ["validation", []],
      drop: ["ok", ["city"]],
      store: ["ok", ["gender", "country", "dob", "city"]],
    },
  },
  email_conflict: {
    options: { users: [{ external_id: "1" }, { external_id: "2", email: "ana@example.test" }] },
    act: async (client) =>
      inOrder(
        () => client.put("2", { email: "ana@example.test" }),
        () => client.put("1", { email: "Ana@example.test" }),
        () => client.create({ external_id: "3", email: "ana@example.test" }),
      ),
    want: { error: ["ok", "validation", "validation"], allow: ["ok", "ok", "ok"] },
  },
  rate_limit: {
    options: { clock },
    act: async (client) => {
      const answers = [await client.put("1", {}), await client.put("1", {}), await client.put("1", {})];
      return answers.map((answer) => answer.status);
    },
    want: { none: [200, 200, 200], "2": [200, 200, 429], "1": [200, 429, 429] },
  },
  retry_after: {
    options: { clock, ...failingWith(429) },
    act: async (client) => (await client.put("1", {})).headers.get("retry-after"),
    want: { absent: null, seconds: "1", date: "Mon, 01 Jun 2026 12:00:01 GMT" },
  },
  body_limit: {
    act: async (client) => {
      const statuses = [];
      for (const kib of [4, 16, 128, 2048]) {
        statuses.push((await client.put("1", { city: "x".repeat(kib * 1024) })).status);
      }
      return statuses;
    },
    want: {
      "1_mib": [200, 200, 200, 413],
      "64_kib": [200, 200, 413, 413],
      "8_kib": [200, 413, 413, 413],
    },
  },
  ambiguous_external_id: {
    options: {
      users: [
        { external_id: "1", email: "old@example.test" },
        { external_id: "1", email: "new@example.test" },
      ],
    },
    act: async (client) => {
      const { code } = await client.put("1", { city: "Lisboa" });
      const changed = client.state.users().find((user) => Object.hasOwn(user, "city"));
      return [code, changed && new Map(Object.entries(changed)).get("email")];
    },
    want: {
      newest: ["ok", "new@example.test"],
      oldest: ["ok", "old@example.test"],
      error: ["validation", undefined],
    },
  },
  suspended_user: {
    options: { users: [{ external_id: "1", suspended: true }] },
    act: async (client) =>
      inOrder(
        () => client.put("1", {}),
        () => client.send("1", { purchase: event() }),
      ),
    want: { accept: ["ok", "ok"], error: ["not_available", "not_available"] },
  },
  profile_campaign: {
    act: async (client) => {
      await client.put("1", { city: "Lisboa" });
      return client.state.events().map((stored) => `${stored.cause} ${stored.name}`);
    },
    want: { no: [], event: ["campaign profile_update"] },
  },
};

const table = switchList.flatMap(([name, definition]) => {
  const found = new Map(Object.entries(cases)).get(name);
  return Object.entries(found?.want ?? {}).map(([value, want]) => ({ name, value, want, found, definition }));
});

test.each(table)("$name=$value answers as it says", async ({ name, value, want, found }) => {
  const { options, act } = found ?? {};
  // An hour passes with every look at the clock, unless the case has a clock of its own.
  let now = clock();
  const ticking = name === "transaction_id_window" ? { clock: () => (now += 2 * hour) } : {};
  const switches = { ...options?.switches, [name]: value };
  const client = await startClient({ ...ticking, ...options, switches });
  expect(await act?.(client)).toEqual(want);
});

test.each(switchList)("every value of %s has a case", (name, { values, numbers }) => {
  const tested = table.filter((entry) => entry.name === name).map((entry) => entry.value);
  expect(tested).toEqual(expect.arrayContaining([...values]));
  if (numbers) expect(tested).toContain("2");
});

test.each([...openQuestions.keys()])("open question %i has a switch, or a reason to have none", (number) => {
  const isSwitched = switchList.some(([, { question }]) => question === number);
  expect(isSwitched || notSwitched.has(number)).toBe(true);
});

test("the open questions are numbered from 1 to 17, and no switch names another", () => {
  expect([...openQuestions.keys()]).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  const named = switchList.flatMap(([, { question }]) => question ?? []);
  expect(named.every((number) => openQuestions.has(number))).toBe(true);
});

test("a switch that does not exist is answered with the nearest that does", () => {
  expect(parseSwitchFlags(["transaction-ids=ignore"])).toEqual({
    problem: "There is no switch `transaction-ids`.",
    hint: "Did you mean `transaction_id`?",
  });
});

test("a value that does not exist is answered with the nearest, or with all", () => {
  expect(parseSwitchFlags(["transaction_id=ignored"])).toMatchObject({ hint: "Did you mean `ignore`?" });
  expect(parseSwitchFlags(["rate_limit=-3"])).toMatchObject({ hint: "Its values are none | <number>." });
  expect(parseSwitchFlags(["rate_limit"])).toMatchObject({
    problem: "`rate_limit` is not of the form name=value.",
  });
});

test("switches change while the sandbox runs, and a reset takes them back", async () => {
  const client = await startClient();
  const set = await client.raw("POST", "/sandbox/switches", '{"missing_user_on_profile":"upsert"}');
  expect(set.status).toBe(200);
  expect((await client.put("2", {})).code).toBe("ok");
  await client.raw("POST", "/sandbox/reset");
  expect((await client.put("2", {})).code).toBe("user_not_found");
});

test("a wrong switch changes nothing while the sandbox runs", async () => {
  const client = await startClient();
  const before = client.state.switches();
  const { status, text } = await client.raw("POST", "/sandbox/switches", '{"error_status":"5xx"}');
  expect([status, JSON.parse(text).hint]).toEqual([400, "Did you mean `4xx`?"]);
  expect(client.state.switches()).toEqual(before);
});

import { expect, test } from "vitest";
import type { OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import {
  answer,
  createHarness,
  event,
  ok,
  profile,
  refusedConnection,
  script,
  serverError,
  timeout,
} from "./harness.ts";

const notFound = answer(404, "user_not_found");
const isProfile = ({ method }: OutgoingRequest) => method === "PUT";

test("sends a member's requests one after another, in order", async () => {
  const { deliver, sent } = createHarness(script());
  await deliver(profile("a"), event("a", 0), event("a", 1));
  expect(sent.map(({ path, at }) => [path.split("/").at(-1), at - (sent[0]?.at ?? 0)])).toEqual([
    ["a", 0],
    ["events", 10],
    ["events", 20],
  ]);
});

test("sends different members' requests side by side, as many as may be in flight", async () => {
  const { deliver, sent } = createHarness(script(), { concurrency: 2 });
  await deliver(event("a"), event("b"), event("c"));
  const start = sent[0]?.at ?? 0;
  expect(sent.map(({ at }) => at - start)).toEqual([0, 0, 10]);
});

test("retries with exponential back-off under the same Message-ID", async () => {
  const harness = createHarness(script(serverError, timeout, answer(429, "slow_down"), serverError));
  expect(await harness.deliver(event("a"))).toEqual(["delivered"]);
  const times = harness.sent.map(({ at }) => at);
  const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0) - 10);
  expect(waits).toEqual([250, 500, 1000, 2000]);
  expect(new Set(harness.sent.map(({ messageId }) => messageId)).size).toBe(1);
  expect(harness.outcomes[0]?.[1]).toMatchObject({ attempts: 5, retries: 4, milliseconds: 10 });
});

test("waits at least as long as Retry-After says, in seconds or until a date", async () => {
  const inTwoMinutes = new Date(Date.UTC(2026, 0, 1, 0, 2)).toUTCString();
  const harness = createHarness(
    script(answer(429, "x", { retryAfter: "60" }), answer(503, "x", { retryAfter: inTwoMinutes })),
  );
  await harness.deliver(event("a"));
  const [first = 0, second = 0, third = 0] = harness.sent.map(({ at }) => at);
  expect(second - first).toBeGreaterThanOrEqual(60_000);
  expect(third).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 1, 0, 2));
});

test.each(["-5", "soon", "", "1.5"])("ignores the Retry-After %j", async (retryAfter) => {
  const harness = createHarness(script(answer(503, "x", { retryAfter })));
  await harness.deliver(event("a"));
  expect((harness.sent[1]?.at ?? 0) - (harness.sent[0]?.at ?? 0)).toBe(260);
});

test("gives up rather than retry after the window in which SessionM knows a repeat", async () => {
  const harness = createHarness(() => answer(429, "x", { retryAfter: "600" }));
  expect(await harness.deliver(event("a"))).toEqual(["not_accepted"]);
  const times = harness.sent.map(({ at }) => at);
  expect(times).toHaveLength(3);
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(25 * 60_000);
});

test("says whether a request that ran out of attempts may have been processed", async () => {
  const always = createHarness(() => timeout);
  await always.deliver(event("a"));
  expect(always.outcomes[0]?.[1]).toMatchObject({
    reason: "unknown_outcome",
    mayRetry: "after_check",
    attempts: 8,
  });
  const once = createHarness(script(serverError, ...Array.from({ length: 7 }, () => answer(429, "x"))));
  expect(await once.deliver(event("a"))).toEqual(["unknown_outcome"]);
  const never = createHarness(() => answer(429, "x"));
  await never.deliver(event("a"));
  expect(never.outcomes[0]?.[1]).toMatchObject({ reason: "not_accepted", mayRetry: "anyone", status: 429 });
});

test("does not repeat an event whose failure SessionM has cached, and gives a profile a new id", async () => {
  const cached = answer(500, "internal_server_error", { isCached: true });
  const events = createHarness(() => cached);
  expect(await events.deliver(event("a"))).toEqual(["unknown_outcome"]);
  expect(events.sent).toHaveLength(1);
  const profiles = createHarness(script(serverError, cached));
  expect(await profiles.deliver(profile("a"))).toEqual(["delivered"]);
  const [first, second, third] = profiles.sent.map(({ messageId }) => messageId);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test("lets a member in back-off hold up nobody else until the room is full", async () => {
  const respond = ({ path }: OutgoingRequest) => (path.includes("/slow/") ? serverError : ok);
  const requests = [event("slow"), ...Array.from({ length: 50 }, (_, at) => event(`m${at}`))];
  const { deliver, sent } = createHarness(respond, { concurrency: 1, capacity: 10 });
  const outcomes = await deliver(...requests);
  expect(outcomes).toEqual(["unknown_outcome", ...Array(50).fill("delivered")]);
  const lastOfOthers = sent.findLast(({ path }) => !path.includes("/slow/"))?.at ?? 0;
  expect(lastOfOthers - (sent[0]?.at ?? 0)).toBeLessThan(1000);
});

test("takes in no more than there is room for", async () => {
  const { delivery, clock } = createHarness(script(), { capacity: 2 });
  let added = 0;
  const adding = (async () => {
    for (let at = 0; at < 5; at++) {
      await delivery.add(event("a", at));
      added++;
    }
  })();
  await new Promise((resolve) => setImmediate(resolve));
  expect(added).toBe(2);
  await clock.run(adding.then(delivery.drain));
  expect(added).toBe(5);
});

test("does not hold back events for a profile or an event that was refused", async () => {
  const refused = answer(200, "validation");
  const { deliver, outcomes } = createHarness(script(refused, ok, refused, ok));
  const words = await deliver(profile("a"), event("a", 0), event("a", 1), event("a", 2));
  expect(words).toEqual(["validation", "delivered", "validation", "delivered"]);
  expect(outcomes[0]?.[1]).toMatchObject({
    mayRetry: "after_change",
    status: 200,
    code: "validation",
    attempts: 1,
  });
});

test("stops everything on a configuration error and reports what was not sent", async () => {
  const { deliver, stops, sent, outcomes } = createHarness(script(ok, answer(401, "access_denied")), {
    concurrency: 1,
  });
  const words = await deliver(event("a"), event("b"), event("c"), event("b", 1));
  expect(words).toEqual(["delivered", "configuration", "stopped", "stopped"]);
  expect(stops).toEqual([{ reason: "configuration", code: "access_denied", status: 401 }]);
  expect(sent).toHaveLength(2);
  expect(outcomes.at(-1)?.[1]).toMatchObject({ mayRetry: "anyone", attempts: 0 });
});

test("stops when SessionM has never answered, and not when it once did", async () => {
  const never = createHarness(() => refusedConnection);
  expect(await never.deliver(event("a"), event("a", 1))).toEqual(["not_accepted", "stopped"]);
  expect(never.stops).toEqual([{ reason: "unreachable", code: "ECONNREFUSED" }]);
  const once = createHarness(({ path }) => (path.includes("/a/") ? ok : refusedConnection));
  expect(await once.deliver(event("a"), event("b"), event("b", 1))).toEqual([
    "delivered",
    "not_accepted",
    "not_accepted",
  ]);
  expect(once.stops).toEqual([]);
});

test("finishes what is in flight when it is stopped, and ends back-offs", async () => {
  const respond = ({ path }: OutgoingRequest) => (path.includes("/slow/") ? timeout : ok);
  const { deliver, delivery, clock, stops } = createHarness(respond);
  const stopping = clock.sleep(15, new AbortController().signal).then(delivery.stop);
  const words = await deliver(event("slow"), event("a"), event("a", 1), event("a", 2));
  await stopping;
  // The first attempt at `slow` may have been processed: that it was stopped does not make it safe to repeat.
  expect(words).toEqual(["unknown_outcome", "delivered", "delivered", "stopped"]);
  expect(stops).toEqual([{ reason: "interrupted" }]);
});

test("holds back a missing member's requests for the rest of the run", async () => {
  const respond = ({ path }: OutgoingRequest) => (path.includes("/users/a") ? notFound : ok);
  const { deliver, sent } = createHarness(respond);
  const words = await deliver(profile("a"), event("a"), event("b"), event("a", 0, "b2"));
  expect(words).toEqual(["missing_user", "missing_user", "delivered", "missing_user"]);
  expect(sent).toHaveLength(2);
});

test("asks again for a missing member in the next batch where letters are not held", async () => {
  const { deliver, sent } = createHarness(script(notFound), {
    settings: { send: "always", missingUsers: "dead_letter" },
  });
  const words = await deliver(profile("a"), event("a"), profile("a", "b2"), event("a", 0, "b2"));
  expect(words).toEqual(["missing_user", "missing_user", "delivered", "delivered"]);
  expect(sent).toHaveLength(3);
});

const create = {
  send: "always",
  missingUsers: { create: { externalIdType: "mpid", optedIn: false } },
} as const;

test("creates a missing member with the profile's fields, and goes on", async () => {
  const { deliver, sent } = createHarness(script(notFound), { settings: create });
  expect(await deliver(profile("a"), event("a"))).toEqual(["delivered", "delivered"]);
  expect(sent.map(({ method, path }) => [method, path.split("{api_key}")[1]])).toEqual([
    ["PUT", "/external/users/a"],
    ["POST", "/users"],
    ["POST", "/external/users/a/events"],
  ]);
  const user = { first_name: "Pat", external_id: "a", external_id_type: "mpid", opted_in: false };
  expect(JSON.parse(sent[1]?.body ?? "")).toEqual({ user });
});

test("creates a missing member for an event, and sends the event again under a new id", async () => {
  const { deliver, sent, outcomes } = createHarness(script(notFound), { settings: create });
  expect(await deliver(event("a"))).toEqual(["delivered"]);
  expect(JSON.parse(sent[1]?.body ?? "").user).toEqual({
    external_id: "a",
    external_id_type: "mpid",
    opted_in: false,
  });
  expect(sent[2]?.messageId).not.toBe(sent[0]?.messageId);
  expect(outcomes[0]?.[1]).toMatchObject({ attempts: 3, retries: 0 });
});

test("holds the batch where a member cannot be created", async () => {
  const { deliver, sent } = createHarness(script(notFound, answer(200, "validation")), { settings: create });
  const words = await deliver(profile("a"), event("a"), event("a", 0, "b2"));
  expect(words).toEqual(["validation", "missing_user", "delivered"]);
  expect(sent).toHaveLength(3);
});

test("skips a profile that the member surely has", async () => {
  const { deliver, sent } = createHarness(script(), { settings: { send: "changed", missingUsers: "hold" } });
  const other = profile("a", "b3", { first_name: "Sam" });
  const words = await deliver(profile("a"), profile("a", "b2"), profile("b"), other, profile("a", "b4"));
  expect(words).toEqual(["delivered", "unchanged", "delivered", "delivered", "delivered"]);
  expect(sent).toHaveLength(4);
});

test("sends a profile again after another one of unknown outcome", async () => {
  let profiles = 0;
  const respond = (request: OutgoingRequest) =>
    isProfile(request) && profiles++ > 0 && profiles < 10 ? timeout : ok;
  const { deliver } = createHarness(respond, { settings: { send: "changed", missingUsers: "hold" } });
  const words = await deliver(profile("a"), profile("a", "b2", { first_name: "Sam" }), profile("a", "b3"));
  expect(words).toEqual(["delivered", "unknown_outcome", "delivered"]);
});

test("rejects with what an outcome's listener throws, and sends nothing more", async () => {
  const { deliver, sent } = createHarness(script(), {
    onOutcome() {
      throw new Error("disk full");
    },
  });
  await expect(deliver(event("a"), event("a", 1))).rejects.toThrow("disk full");
  expect(sent).toHaveLength(1);
});

import { expect, test } from "vitest";
import type { Answer, OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import { createMemoryQueue } from "../../../src/runtime/queue/memory-queue.ts";
import type { Queue } from "../../../src/runtime/queue/queue.ts";
import { answer, ok, refusedConnection, script, serverError, timeout } from "../delivery/harness.ts";
import { bytesOf, testForwarder } from "./forwarder.ts";
import { createServiceHarness, endsOf } from "./harness.ts";

const minute = 60_000;
const hour = 60 * minute;
const missing = answer(404, "user_not_found");
const purchase = (id: string, member = "m", transaction = `t-${id}`) => ({
  id,
  member,
  events: [transaction],
});
const isEvent = ({ method }: OutgoingRequest) => method === "POST";
const idsOf = (sent: readonly OutgoingRequest[]) => new Set(sent.map(({ messageId }) => messageId)).size;

test("a batch's profile goes before its events, and batches of a member in the order of their arrival", async () => {
  const { deliver, sent } = createServiceHarness(script());
  const first = { ...purchase("b1"), profile: { a: 1 } };
  expect(await deliver(first, purchase("b2"))).toEqual([
    "b1/-1 delivered",
    "b1/0 delivered",
    "b2/0 delivered",
  ]);
  expect(sent.map(({ method }) => method)).toEqual(["PUT", "POST", "POST"]);
});

test("a member's trouble keeps its own lane in order and holds up nobody else", async () => {
  const failing = (request: OutgoingRequest, now: number) =>
    request.path.includes("/sick/") && now < hour ? answer(429) : ok;
  const { deliver, sent } = createServiceHarness(failing);
  await deliver(purchase("b1", "sick"), purchase("b2", "sick"), purchase("b3", "well"));
  expect(sent.find(({ path }) => path.includes("/well/"))?.at).toBeLessThan(100);
  const sick = sent.filter(({ path }) => path.includes("/sick/")).map(({ body }) => /t-b\d/.exec(body)?.[0]);
  expect(sick.at(-1)).toBe("t-b2");
  expect(sick.slice(0, -1).every((id) => id === "t-b1")).toBe(true);
});

test("an event of unknown outcome is repeated under its id for half an hour, then becomes a dead letter", async () => {
  const { deliver, sent, queue } = createServiceHarness((request) =>
    request.body.includes("t-b1") ? timeout : ok,
  );
  expect(await deliver(purchase("b1"), purchase("b2"))).toEqual(["b1/0 unknown_outcome", "b2/0 delivered"]);
  const tries = sent.filter(({ body }) => body.includes("t-b1"));
  expect(idsOf(tries)).toBe(1);
  expect(tries.at(-1)?.at).toBeGreaterThan(20 * minute);
  expect(tries.at(-1)?.at).toBeLessThan(30 * minute);
  const [letter] = await queue.deadLetters();
  expect(letter).toMatchObject({ reason: "unknown_outcome", place: "a:9", waybill: "build-one", lane: "m" });
  expect(Buffer.from(letter?.bytes ?? []).toString()).toBe(Buffer.from(bytesOf(purchase("b1"))).toString());
});

test("an operator may have events of unknown outcome sent on", async () => {
  const late = (_: OutgoingRequest, now: number) => (now < 2 * hour ? timeout : ok);
  const { deliver } = createServiceHarness(late, { limits: { resendsUnknown: true } });
  expect(await deliver(purchase("b1"))).toEqual(["b1/0 delivered"]);
});

test("a profile of unknown outcome is repeated past half an hour: it does no harm twice", async () => {
  const late = (_: OutgoingRequest, now: number) => (now < 2 * hour ? timeout : ok);
  const { deliver } = createServiceHarness(late);
  expect(await deliver({ id: "b1", member: "m", profile: { a: 1 } })).toEqual(["b1/-1 delivered"]);
});

test("what SessionM turned away is tried for 72 hours", async () => {
  const { deliver, sent } = createServiceHarness(() => answer(429));
  expect(await deliver(purchase("b1"))).toEqual(["b1/0 not_accepted"]);
  expect(sent.at(-1)?.at).toBeGreaterThanOrEqual(72 * hour);
  expect(sent.at(-1)?.at).toBeLessThan(73 * hour);
});

test("an outage of 72 hours loses nothing, and asks SessionM rarely", async () => {
  const { deliver, sent } = createServiceHarness((_, now) => (now < 72 * hour ? refusedConnection : ok));
  const batches = Array.from({ length: 500 }, (_, index) => purchase(`b${index}`, `m${index % 100}`));
  const ends = await deliver(...batches);
  expect(ends).toHaveLength(500);
  expect(ends.every((end) => end.endsWith(" delivered"))).toBe(true);
  // Two in a minute, and those before SessionM was known to be away.
  expect(sent.filter(({ at }) => at < 72 * hour).length).toBeLessThan(72 * 60 * 2 + 100);
  const delivered = sent.filter(({ at }) => at >= 72 * hour);
  expect(delivered.at(-1)?.at).toBeLessThan(72.2 * hour);
});

test("a cached error, and nothing else, gets another id", async () => {
  const cached = answer(500, "internal_server_error", { isCached: true });
  const harness = createServiceHarness(script(serverError, serverError, cached, serverError, ok));
  expect(await harness.deliver(purchase("b1"))).toEqual(["b1/0 delivered"]);
  const ids = harness.sent.map(({ messageId }) => messageId);
  expect(ids[0]).toBe(ids[2]);
  expect(ids[3]).not.toBe(ids[2]);
  expect(ids[4]).toBe(ids[3]);
});

test("a profile that is refused for its data becomes a dead letter, and the member's events go", async () => {
  const harness = createServiceHarness((request) => (isEvent(request) ? ok : answer(200, "validation")));
  const ends = await harness.deliver({ ...purchase("b1"), profile: { a: 1 } });
  expect(ends).toEqual(["b1/-1 validation", "b1/0 delivered"]);
});

test("a missing member's lane is held for an hour, then the rest of the lane is not waited for again", async () => {
  const harness = createServiceHarness(() => missing);
  const ends = await harness.deliver(purchase("b1"), purchase("b2"));
  expect(ends).toEqual(["b1/0 missing_user", "b2/0 missing_user"]);
  expect(harness.now()).toBeGreaterThanOrEqual(hour);
  expect(harness.now()).toBeLessThan(hour + minute);
});

test("a held lane goes on in order when the member appears", async () => {
  const harness = createServiceHarness((_, now) => (now < 30 * minute ? missing : ok));
  const ends = await harness.deliver({ ...purchase("b1"), profile: { a: 1 } }, purchase("b2"));
  expect(ends).toEqual(["b1/-1 delivered", "b1/0 delivered", "b2/0 delivered"]);
});

test("with `dead_letter` the batch of a missing member is not held", async () => {
  const forwarder = testForwarder("one", { missingUsers: "dead_letter" });
  const harness = createServiceHarness(() => missing, { forwarder });
  const ends = await harness.deliver({ ...purchase("b1"), profile: { a: 1 } });
  expect(ends).toEqual(["b1/-1 missing_user", "b1/0 missing_user"]);
  expect(harness.sent).toHaveLength(1);
});

const creating = testForwarder("one", {
  missingUsers: { create: { externalIdType: "customer_id", optedIn: false } },
});

function createdMembers(): (request: OutgoingRequest) => Answer {
  const known = new Set<string>();
  return ({ path, body }) => {
    if (path.endsWith("/users")) {
      known.add(JSON.parse(body).user.external_id);
      return ok;
    }
    return known.has(/users\/(\w+)/.exec(path)?.[1] ?? "") ? ok : missing;
  };
}

test("with `create` the user is posted instead of the profile, and the events follow", async () => {
  const harness = createServiceHarness(createdMembers(), { forwarder: creating });
  const ends = await harness.deliver({ ...purchase("b1"), profile: { a: 1 } });
  expect(ends).toEqual(["b1/-1 delivered", "b1/0 delivered"]);
  expect(harness.sent.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`)).toEqual([
    "PUT m",
    "POST users",
    "POST events",
  ]);
});

test("an event without a profile creates the member, then goes itself", async () => {
  const harness = createServiceHarness(createdMembers(), { forwarder: creating });
  expect(await harness.deliver(purchase("b1"))).toEqual(["b1/0 delivered"]);
  expect(harness.sent).toHaveLength(3);
});

test("a creation that SessionM refuses ends the batch", async () => {
  const respond = ({ path }: OutgoingRequest) =>
    path.endsWith("/users") ? answer(200, "validation") : missing;
  const harness = createServiceHarness(respond, { forwarder: creating });
  const ends = await harness.deliver({ ...purchase("b1"), profile: { a: 1 } });
  expect(ends).toEqual(["b1/-1 validation", "b1/0 validation"]);
});

test("an erased person is not created again, and nothing of the person is kept", async () => {
  const harness = createServiceHarness(createdMembers(), { forwarder: creating });
  await harness.queue.forget("m", 0);
  expect(await harness.deliver(purchase("b1"))).toEqual(["b1/0 forgotten"]);
  expect(harness.sent).toHaveLength(1);
  expect(await harness.queue.deadLetters()).toEqual([]);
});

test("a profile older than the last one delivered is not sent", async () => {
  const harness = createServiceHarness(script());
  const profile = (id: string, time: number) => ({
    id,
    member: "m",
    profile: { id },
    timestamp_unixtime_ms: time,
    events: [id],
  });
  const ends = await harness.deliver(profile("b1", 2000), profile("b2", 1000));
  expect(ends).toEqual(["b1/-1 delivered", "b1/0 delivered", "b2/-1 stale_profile", "b2/0 delivered"]);
});

test("a waiting profile that the next one replaces whole is not sent", async () => {
  const harness = createServiceHarness(script());
  const profile = (id: string, fields: object) => ({ id, member: "m", profile: fields });
  const ends = await harness.deliver(
    profile("b1", { a: 1 }),
    profile("b2", { a: 2, b: 1 }),
    profile("b3", { a: 3 }),
  );
  expect(ends).toEqual(["b1/-1 superseded_profile", "b2/-1 delivered", "b3/-1 delivered"]);
});

test("with `send: changed` an unchanged profile goes again after a day only", async () => {
  const forwarder = testForwarder("one", { send: "changed" });
  const harness = createServiceHarness(script(), { forwarder });
  const profile = (id: string) => ({ ...purchase(id), profile: { a: 1 } });
  await harness.deliver(profile("b1"));
  expect((await harness.deliver(profile("b2"))).slice(2)).toEqual([
    "b2/-1 unchanged_profile",
    "b2/0 delivered",
  ]);
  await harness.clock.run(harness.clock.sleep(25 * hour, new AbortController().signal));
  expect((await harness.deliver(profile("b3"))).slice(4)).toEqual(["b3/-1 delivered", "b3/0 delivered"]);
});

test("events that are too old are not sent where an operator says so", async () => {
  const harness = createServiceHarness(script(), { limits: { maxAgeMilliseconds: hour } });
  const old = { ...purchase("b1"), date: "2025-12-31T22:00:00.000Z" };
  const young = { ...purchase("b2"), date: "2025-12-31T23:30:00.000Z" };
  expect(await harness.deliver(old, young)).toEqual(["b1/0 too_old", "b2/0 delivered"]);
});

test("a repeated batch, and an event that another batch brings again, are not sent twice", async () => {
  const harness = createServiceHarness(script());
  await harness.deliver(purchase("b1", "m", "t"));
  expect(await harness.accept(purchase("b1", "m", "t"))).toEqual(["duplicate"]);
  await harness.deliver(purchase("b2", "m", "t"), purchase("b3", "other", "t"));
  expect(endsOf(harness.events).toSorted()).toEqual([
    "b1/0 delivered",
    "b2/0 duplicate_event",
    "b3/0 delivered",
  ]);
});

test("an event that had no effect may come again in another batch", async () => {
  const harness = createServiceHarness(script(answer(200, "validation")));
  const ends = await harness.deliver(purchase("b1", "m", "t"), purchase("b2", "m", "t"));
  expect(ends).toEqual(["b1/0 validation", "b2/0 delivered"]);
});

test.each([
  [401, undefined],
  [403, "access_denied"],
  [302, undefined],
])(
  "a %i pauses everything, one request asks again after a while, and nothing is lost",
  async (status, code) => {
    const harness = createServiceHarness((_, now) => (now < 10 * minute ? answer(status, code) : ok));
    const batches = Array.from({ length: 50 }, (_, index) => purchase(`b${index}`, `m${index}`));
    const ends = await harness.deliver(...batches);
    expect(ends.filter((end) => end.endsWith(" delivered"))).toHaveLength(50);
    expect(harness.sent.filter(({ at }) => at < 10 * minute).length).toBeLessThan(4 + 12);
    expect(harness.events).toContainEqual(
      expect.objectContaining({ kind: "paused", reason: "configuration", status }),
    );
    expect(harness.events).toContainEqual({ kind: "resumed" });
  },
);

test("a batch that cannot be mapped is a dead letter at once, and the lane goes on", async () => {
  const harness = createServiceHarness(script());
  const results = await harness.dispatcher.accept([
    Buffer.from("poison"),
    Buffer.from("[1]"),
    bytesOf(purchase("b1")),
  ]);
  expect(results).toEqual(["dead_letter", "dead_letter", "accepted"]);
  expect(await harness.deliver()).toEqual(["b1/0 delivered"]);
  const letters = await harness.queue.deadLetters();
  expect(letters.map(({ reason, bytes }) => [reason, Buffer.from(bytes).toString()])).toEqual([
    ["malformed", "[1]"],
    ["failed", "poison"],
  ]);
});

test("where all must be JSON, nothing is taken of what is not, and JSON that is no batch is a dead letter", async () => {
  const harness = createServiceHarness(script());
  const accept = (...texts: readonly string[]) =>
    harness.dispatcher.accept([bytesOf(purchase("b1")), ...texts.map((text) => Buffer.from(text))], {
      mustBeJson: true,
    });
  for (const text of ["poison", "", '{"mpid":1', "{}{}"]) {
    await expect(accept(text), text).rejects.toThrow("not JSON");
  }
  expect(await harness.queue.status()).toMatchObject({ batches: 0, deadLetters: 0 });
  expect(await accept("[1]")).toEqual(["accepted", "dead_letter"]);
});

test("no attempt is made before the time that Retry-After names, while other lanes go on", async () => {
  const respond = ({ path }: OutgoingRequest, now: number) =>
    path.includes("/a/") && now < 1000 ? answer(429, "slow", { retryAfter: "600" }) : ok;
  const harness = createServiceHarness(respond);
  await harness.deliver(purchase("b1", "a"), purchase("b2", "b"));
  const [first, second] = harness.sent.filter(({ path }) => path.includes("/a/"));
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(600_000);
  expect(harness.sent.find(({ path }) => path.includes("/b/"))?.at).toBeLessThan(1000);
});

test("the rate is kept", async () => {
  const harness = createServiceHarness(script(), { limits: { perSecond: 10 } });
  await harness.deliver(...Array.from({ length: 50 }, (_, index) => purchase(`b${index}`, `m${index}`)));
  expect(harness.sent.filter(({ at }) => at < 1000).length).toBeLessThanOrEqual(10);
  expect(harness.now()).toBeGreaterThanOrEqual(4900);
});

test("concurrency grows with successes and shrinks where SessionM asks for less", async () => {
  let inFlight = 0;
  let most = 0;
  const harness = createServiceHarness(() => ok, {
    async transport() {
      most = Math.max(most, ++inFlight);
      await harness.clock.sleep(10, new AbortController().signal);
      const isTooMuch = inFlight-- > 6;
      return isTooMuch ? answer(429) : ok;
    },
  });
  await harness.deliver(...Array.from({ length: 600 }, (_, index) => purchase(`b${index}`, `m${index}`)));
  expect(most).toBeGreaterThan(6);
  expect(most).toBeLessThan(16);
  const rejected = harness.events.filter((event) => event.kind === "attempt" && event.status === 429);
  expect(rejected.length).toBeLessThan(120);
});

test("a new build makes what was never attempted; what was keeps its bytes and its id", async () => {
  const harness = createServiceHarness((_, now) => (now < minute ? timeout : ok));
  await harness.accept(purchase("b1"), purchase("b2"));
  harness.dispatcher.start();
  const later = harness.clock.sleep(5000, new AbortController().signal);
  await harness.clock.run(later);
  harness.dispatcher.replaceForwarder(testForwarder("two"));
  await harness.clock.run(harness.dispatcher.drain());
  const first = harness.sent.filter(({ body }) => body.includes("t-b1"));
  expect(new Set(first.map(({ body }) => body)).size).toBe(1);
  expect(idsOf(first)).toBe(1);
  expect(first[0]?.body).toContain("one");
  expect(harness.sent.at(-1)?.body).toContain("two");
});

test("a dead letter that is put back is made anew, and one of unknown outcome goes as it was", async () => {
  const harness = createServiceHarness(script(answer(200, "validation"), timeout), {
    limits: { messageIdMilliseconds: 0 },
  });
  await harness.deliver(purchase("b1", "a"), purchase("b2", "b"));
  harness.dispatcher.replaceForwarder(testForwarder("two"));
  const letters = await harness.queue.deadLetters();
  expect(letters.map(({ reason }) => reason).toSorted()).toEqual(["unknown_outcome", "validation"]);
  await harness.queue.retry(
    letters.map(({ id }) => id),
    harness.clock.now(),
  );
  expect((await harness.deliver()).slice(2).toSorted()).toEqual(["b1/0 delivered", "b2/0 delivered"]);
  const of = (text: string) => harness.sent.filter(({ body }) => body.includes(text));
  expect(of("t-b1")[1]?.body).toContain("two");
  expect(of("t-b2")[1]).toMatchObject({ body: of("t-b2")[0]?.body, messageId: of("t-b2")[0]?.messageId });
});

test("a stop notes what is in flight, and what follows goes on where it ended", async () => {
  const harness = createServiceHarness(script());
  await harness.accept(...Array.from({ length: 40 }, (_, index) => purchase(`b${index}`, `m${index % 4}`)));
  harness.dispatcher.start();
  await harness.clock.run(harness.clock.sleep(35, new AbortController().signal));
  await harness.clock.run(harness.dispatcher.stop());
  const before = harness.sent.length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(40);
  const again = createServiceHarness(script(), { queue: harness.queue });
  await again.deliver();
  expect(again.sent.length + before).toBe(40);
});

test("a queue that fails for a while stops nothing for good", async () => {
  const queue = createMemoryQueue();
  let isBroken = true;
  const claim: Queue["claim"] = async (...args) => {
    if (isBroken) throw new Error("claim fails");
    return queue.claim(...args);
  };
  const harness = createServiceHarness(script(), { queue: { ...queue, claim } });
  await harness.accept(purchase("b1"), purchase("b2"), purchase("b3", "other"));
  harness.dispatcher.start();
  const pass = (milliseconds: number) =>
    harness.clock.run(harness.clock.sleep(milliseconds, new AbortController().signal));
  await pass(5000);
  expect(harness.sent).toEqual([]);
  expect(harness.events.filter(({ kind }) => kind === "failed").length).toBeGreaterThan(3);
  isBroken = false;
  await harness.clock.run(harness.dispatcher.drain());
  expect(endsOf(harness.events)).toHaveLength(3);
});

test("what breaks in the midst of a lane is tried again later, under its id", async () => {
  const queue = createMemoryQueue();
  let failures = 1;
  const settle: Queue["settle"] = async (...args) => {
    if (failures-- > 0) throw new Error("settle fails");
    await queue.settle(...args);
  };
  const harness = createServiceHarness(script(), { queue: { ...queue, settle } });
  expect(await harness.deliver(purchase("b1"), purchase("b2"))).toEqual(["b1/0 delivered", "b2/0 delivered"]);
  const tries = harness.sent.filter(({ body }) => body.includes("t-b1"));
  expect([tries.length, idsOf(tries)]).toEqual([2, 1]);
});

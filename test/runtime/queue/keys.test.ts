import { expect, test } from "vitest";
import { createUserRequest } from "../../../src/runtime/delivery/create-user.ts";
import type { RunningForwarder } from "../../../src/runtime/delivery/dispatcher-options.ts";
import { keyRequests } from "../../../src/runtime/delivery/request-key.ts";
import type { OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import type { Forward, Request } from "../../../src/runtime/emitted/result.ts";
import type { QueuedRequest } from "../../../src/runtime/queue/queue.ts";
import { answer, event, ok } from "../delivery/harness.ts";
import { createServiceHarness, endsOf } from "./harness.ts";
import { aRequest } from "./samples.ts";

/** An event of this SessionM name; all of them are of one data point. */
function named(name: string): Request {
  const body = JSON.stringify({ events: { [name]: { transaction_id: "t1", qty: "1" } } });
  return { ...event("m"), body };
}

const create = { externalIdType: "customer_id", optedIn: false };

/** A forwarder that makes these events of one data point of every batch, and creates members. */
function forwarderOf(...names: readonly string[]): RunningForwarder {
  const forward = (() => ({ requests: names.map(named), drops: {} })) as unknown as Forward; // one function for its signatures
  return { forward, settings: { name: "test", send: "always", missingUsers: { create } }, waybill: "w" };
}

const isCreation = ({ path }: OutgoingRequest) => path.endsWith("/users");
const nameOf = ({ body }: OutgoingRequest) => Object.keys(JSON.parse(body).events ?? {})[0] ?? "creation";

/** A SessionM that knows the member when it was created, for which one has to ask so many times. */
function createdMember(times = 1) {
  let left = times;
  return (request: OutgoingRequest) => {
    if (isCreation(request) && --left > 0) return answer(429);
    const isThere = left <= 0;
    return isThere ? ok : answer(404, "user_not_found");
  };
}

test("an event whose name ends like a creation is an event", async () => {
  const forwarder = forwarderOf("order", "order:create");
  const harness = createServiceHarness(createdMember(), { forwarder });
  expect(await harness.deliver({ id: "b1", member: "m" })).toEqual(["b1/0 delivered", "b1/0 delivered"]);
  expect(harness.sent.map(nameOf)).toEqual(["order", "creation", "order", "order:create"]);
});

test("an event whose name ends like a creation is sent once when a later build gives it another name", async () => {
  let isTurnedAway = true;
  const respond = (request: OutgoingRequest) =>
    isTurnedAway && nameOf(request) === "order:create" ? answer(429) : ok;
  const harness = createServiceHarness(respond, { forwarder: forwarderOf("order", "order:create") });
  await harness.accept({ id: "b1", member: "m" });
  harness.dispatcher.start();
  await harness.clock.run(harness.clock.sleep(100, new AbortController().signal));
  isTurnedAway = false;
  harness.dispatcher.replaceForwarder(forwarderOf("order", "created"));
  await harness.clock.run(harness.dispatcher.drain());
  expect(harness.sent.map(nameOf)).toEqual(["order", "order:create", "order:create"]);
});

/** A queue as an earlier version left it: the creation's key is the event's with `:create` after it. */
async function formerQueue(rows: readonly QueuedRequest[], settled: readonly string[] = []) {
  const forwarder = forwarderOf("order", "order:create", "other");
  const harness = createServiceHarness(createdMember(2), { forwarder });
  await harness.accept({ id: "b1", member: "m" });
  const now = harness.clock.now();
  await harness.queue.claim(1, now);
  for (const row of rows) await harness.queue.freeze(1, row, now);
  for (const key of settled) await harness.queue.settle(1, key, { kind: "delivered" }, now);
  await harness.queue.release("m", now);
  return harness;
}

const missed: QueuedRequest = {
  ...aRequest("0:order"),
  request: named("order"),
  inFlightSince: undefined,
  firstAttemptAt: undefined,
  firstAmbiguousAt: undefined,
};
const formerCreation: QueuedRequest = {
  ...missed,
  key: "0:order:create",
  request: createUserRequest(named("order"), create),
  messageId: "creation",
};

test("a creation that an earlier version began goes on under its id, and the events after it go", async () => {
  const harness = await formerQueue([missed, formerCreation]);
  harness.dispatcher.start();
  await harness.clock.run(harness.dispatcher.drain());
  expect(endsOf(harness.events)).toEqual(Array(3).fill("b1/0 delivered"));
  expect(harness.sent.map(nameOf)).toEqual(["creation", "creation", "order", "order:create", "other"]);
  expect(harness.sent.map(({ messageId }) => messageId).slice(0, 2)).toEqual(["creation", "creation"]);
});

test("a creation that an earlier version ended is taken for no other event of its data point", async () => {
  const harness = await formerQueue([missed, formerCreation], ["0:order:create"]);
  harness.dispatcher.replaceForwarder(forwarderOf("order", "other"));
  harness.dispatcher.start();
  await harness.clock.run(harness.dispatcher.drain());
  expect(harness.sent.map(nameOf)).toContain("other");
});

test("no two requests of a batch have one key, and none has a creation's", () => {
  const names = ["a", "a", "a#2", "a", "a#2#2", "create", ":create", "profile"];
  const keys = keyRequests(names.map(named)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(names.length);
  expect(keys.slice(0, 2)).toEqual(["0:a", "0:a#2"]);
  expect(keys.filter((key) => key.startsWith("create:"))).toEqual([]);
});

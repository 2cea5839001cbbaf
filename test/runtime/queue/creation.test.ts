import { expect, test } from "vitest";
import type { OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import { answer, ok, script, timeout } from "../delivery/harness.ts";
import { type TestBatch, testForwarder } from "./forwarder.ts";
import { createServiceHarness } from "./harness.ts";
import { killedAfter, restart } from "./lives.ts";

const minute = 60_000;
const hour = 60 * minute;
const missing = answer(404, "user_not_found");
const purchase: TestBatch = { id: "b1", member: "m", events: ["t1"] };
const update: TestBatch = { id: "b1", member: "m", profile: { a: 1 } };

const creating = testForwarder("one", {
  missingUsers: { create: { externalIdType: "customer_id", optedIn: false } },
});
const isCreation = ({ path }: OutgoingRequest) => path.endsWith("/users");

test.each([purchase, update])("a creation that a crash cut off is found out about (%j)", async (batch) => {
  for (const [isThere, result] of [
    [true, "delivered"],
    [false, "missing_user"],
  ] as const) {
    const life = await killedAfter([missing], batch, { forwarder: creating });
    expect(life.sent.map(isCreation)).toEqual([false, true]);
    const respond = () => (isThere ? ok : missing);
    const { ends, sent } = await restart(life, 2 * hour, respond, { forwarder: creating });
    expect(ends.map((end) => end.split(" ")[1])).toEqual([result]);
    expect(sent.map(isCreation)).toEqual([false]);
    expect(sent[0]?.messageId).not.toBe(life.sent[0]?.messageId);
  }
});

test.each([10, 5000])(
  "a creation of unknown outcome makes no dead letter of unknown outcome of what was not processed (after %i ms)",
  async (milliseconds) => {
    const transport = async (request: OutgoingRequest) => {
      await harness.clock.sleep(milliseconds, new AbortController().signal);
      return isCreation(request) ? timeout : missing;
    };
    const harness = createServiceHarness(script(), { forwarder: creating, transport });
    const ends = await harness.deliver({ id: "b1", member: "m", events: ["t1", "t2"] });
    expect(ends).toEqual(["b1/0 missing_user", "b1/1 missing_user"]);
  },
);

test("an event after a creation keeps the id that a crash cut off", async () => {
  const life = await killedAfter([missing, ok], purchase, { forwarder: creating });
  expect(life.sent.map(isCreation)).toEqual([false, true, false]);
  const { ends, sent } = await restart(life, 10 * minute, undefined, { forwarder: creating });
  expect(ends).toEqual(["b1/0 delivered"]);
  expect(sent.map(({ messageId }) => messageId)).toEqual([life.sent[2]?.messageId]);
});

test("an event after a creation goes out under a new id, whatever comes between", async () => {
  const seen = new Set<string>();
  const respond = (request: OutgoingRequest) => {
    const { messageId } = request;
    if (isCreation(request)) {
      harness.dispatcher.pause();
      return ok;
    }
    if (seen.has(messageId)) return answer(404, "user_not_found", { isCached: true });
    seen.add(messageId);
    return seen.size === 1 ? missing : ok;
  };
  const harness = createServiceHarness(respond, { forwarder: creating });
  await harness.accept(purchase);
  harness.dispatcher.start();
  await harness.clock.run(harness.clock.sleep(minute, new AbortController().signal));
  expect(harness.sent.map(isCreation)).toEqual([false, true]);
  const life = { queue: harness.queue, endedAt: harness.clock.now() };
  const { ends, sent } = await restart(life, minute, respond, { forwarder: creating });
  expect([ends, sent.map(isCreation)]).toEqual([["b1/0 delivered"], [false]]);
});

test("the dead letter of what found the member missing holds what SessionM answered", async () => {
  const refused = answer(200, "validation");
  const respond = (request: OutgoingRequest) => (isCreation(request) ? refused : missing);
  const forwarder = testForwarder("one", { missingUsers: "dead_letter" });
  const harness = createServiceHarness(respond, { forwarder });
  await harness.deliver({ id: "b1", member: "m", events: ["t1", "t2"] });
  harness.dispatcher.replaceForwarder(creating);
  await harness.deliver({ id: "b2", member: "m", events: ["t3", "t4"] });
  const letters = await harness.queue.deadLetters();
  expect(
    letters.map(({ reason, code, queued }) => [
      queued?.request.batch,
      reason,
      code,
      queued?.answers.map(({ status }) => status),
    ]),
  ).toEqual([
    ["b2", "validation", undefined, []],
    ["b2", "validation", "validation", [404, 200]],
    ["b1", "missing_user", undefined, []],
    ["b1", "missing_user", "user_not_found", [404]],
  ]);
});

import { expect, test } from "vitest";
import type { OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import { createMemoryQueue } from "../../../src/runtime/queue/memory-queue.ts";
import type { Queue } from "../../../src/runtime/queue/queue.ts";
import { answer, ok, refusedConnection, script, serverError, timeout } from "../delivery/harness.ts";
import { type TestBatch, testForwarder } from "./forwarder.ts";
import { createServiceHarness } from "./harness.ts";
import { killedAfter, restart } from "./lives.ts";
import { aRequest } from "./samples.ts";

const minute = 60_000;
const hour = 60 * minute;
const missing = answer(404, "user_not_found");
const purchase: TestBatch = { id: "b1", member: "m", events: ["t1"] };
const update: TestBatch = { id: "b1", member: "m", profile: { a: 1 } };

test("an event that a crash cut off goes out again under its id while that is good", async () => {
  const life = await killedAfter([], purchase);
  const { ends, sent } = await restart(life, 10 * minute);
  expect(ends).toEqual(["b1/0 delivered"]);
  expect(sent.map(({ messageId }) => messageId)).toEqual([life.sent[0]?.messageId]);
});

test("an event that a crash cut off is not sent when its id is no longer good, and its dead letter says why", async () => {
  const life = await killedAfter([], purchase);
  const { ends, sent } = await restart(life, 2 * hour);
  expect(ends).toEqual(["b1/0 unknown_outcome"]);
  expect(sent).toEqual([]);
  const [letter] = await life.queue.deadLetters();
  expect(letter).toMatchObject({ reason: "unknown_outcome", code: "interrupted" });
  expect(letter?.queued).toMatchObject({
    attempts: 1,
    answers: [{ at: life.endedAt, outcome: "ambiguous", code: "interrupted" }],
  });
});

test("the half hour begins with the attempt that was cut off, not with the restart", async () => {
  const life = await killedAfter([], purchase);
  const { ends, sent } = await restart(life, 20 * minute, () => timeout);
  expect(ends).toEqual(["b1/0 unknown_outcome"]);
  expect(sent.length).toBeGreaterThan(2);
  expect(sent.at(-1)?.at).toBeLessThan(10 * minute);
});

test("a profile that a crash cut off is sent again at any time", async () => {
  const life = await killedAfter([], update);
  const { ends } = await restart(life, 2 * hour);
  expect(ends).toEqual(["b1/-1 delivered"]);
});

test("an operator may have events sent on that a crash cut off", async () => {
  const life = await killedAfter([], purchase);
  const { ends } = await restart(life, 2 * hour, undefined, { limits: { resendsUnknown: true } });
  expect(ends).toEqual(["b1/0 delivered"]);
});

test.each([
  ["turned it away", answer(429)],
  ["could not be reached", refusedConnection],
  ["failed", serverError],
])("a repeat that a crash cut off, after SessionM %s, is an attempt of unknown outcome", async (_, first) => {
  const life = await killedAfter([first], purchase);
  expect(life.sent).toHaveLength(2);
  const soon = await restart(await killedAfter([first], purchase), 10 * minute);
  expect(soon.ends).toEqual(["b1/0 delivered"]);
  expect(soon.sent[0]?.messageId).toBe(life.sent[0]?.messageId);
  const late = await restart(life, 2 * hour);
  expect([late.ends, late.sent]).toEqual([["b1/0 unknown_outcome"], []]);
  const [letter] = await life.queue.deadLetters();
  expect(letter?.queued?.answers.map(({ code }) => code).at(-1)).toBe("interrupted");
});

test("a service that is killed again and again sends an event for half an hour", async () => {
  let life = await killedAfter([], purchase);
  for (const id of [life.sent[0]?.messageId, life.sent[0]?.messageId]) {
    life = await killedAfter([], purchase, { queue: life.queue }, life.endedAt + 10 * minute);
    expect(life.sent.map(({ messageId }) => messageId)).toEqual([id]);
  }
  const { ends, sent } = await restart(life, 10 * minute);
  expect([ends, sent]).toEqual([["b1/0 unknown_outcome"], []]);
});

test("waits begin anew after a crash: it says nothing of SessionM", async () => {
  let life = await killedAfter([], update);
  for (let count = 0; count < 15; count++) {
    life = await killedAfter([], update, { queue: life.queue }, life.endedAt + minute);
  }
  const { sent } = await restart(life, minute, script(serverError, serverError));
  expect(sent).toHaveLength(3);
  expect(sent.at(-1)?.at).toBeLessThan(2000);
});

test("what waits for its next attempt is sent after any time: nothing was in flight", async () => {
  for (const first of [answer(429), refusedConnection, missing, answer(401)]) {
    const harness = createServiceHarness(script(first));
    await harness.accept(purchase);
    harness.dispatcher.start();
    await harness.clock.run(harness.clock.sleep(100, new AbortController().signal));
    expect(harness.sent).toHaveLength(1);
    const { ends } = await restart({ queue: harness.queue, endedAt: harness.clock.now() }, 2 * hour);
    expect(ends).toEqual(["b1/0 delivered"]);
  }
});

test.each([
  ["that was not sent yet", []],
  ["that SessionM turned away", [answer(429)]],
])(
  "an event %s, and that a pause or a stop kept from going out, is sent after any time",
  async (_, first) => {
    for (const keep of ["pause", "stop"] as const) {
      const answers = [...first];
      const respond = ({ path }: OutgoingRequest) => (path.includes("/m/") && answers.shift()) || ok;
      const harness = createServiceHarness(respond, { limits: { perSecond: 0.1 } });
      const pass = (milliseconds: number) =>
        harness.clock.run(harness.clock.sleep(milliseconds, new AbortController().signal));
      const attempts = () => harness.sent.filter(({ path }) => path.includes("/m/")).length;
      // Another member's event takes the first turn; this one waits for its own when sending ends.
      await harness.accept({ id: "b0", member: "a", events: ["t0"] }, purchase);
      harness.dispatcher.start();
      await pass(first.length === 0 ? 5000 : 15_000);
      expect(attempts()).toBe(first.length);
      if (keep === "pause") harness.dispatcher.pause();
      else await harness.clock.run(harness.dispatcher.stop());
      await pass(minute);
      expect(attempts()).toBe(first.length);
      const { ends } = await restart({ queue: harness.queue, endedAt: harness.clock.now() }, 2 * hour);
      expect(ends).toEqual(["b1/0 delivered"]);
    }
  },
);

test("a stop in good order takes back what is being written down, and it is sent after any time", async () => {
  const memory = createMemoryQueue();
  const queue: Queue = {
    ...memory,
    async freeze(...args) {
      await harness.clock.sleep(1000, new AbortController().signal);
      return memory.freeze(...args);
    },
  };
  const harness = createServiceHarness(script(), { queue });
  await harness.accept(purchase);
  harness.dispatcher.start();
  await harness.clock.run(harness.clock.sleep(500, new AbortController().signal));
  expect(harness.sent).toEqual([]);
  await harness.clock.run(harness.dispatcher.stop());
  expect(harness.sent).toEqual([]);
  const { ends } = await restart({ queue: memory, endedAt: harness.clock.now() }, 2 * hour);
  expect(ends).toEqual(["b1/0 delivered"]);
});

test("a repeat that the disk kept waiting past the id's time is not sent", async () => {
  const memory = createMemoryQueue();
  let isFull = false;
  const queue: Queue = {
    ...memory,
    async freeze(batch, request, now) {
      if (isFull && request.inFlightSince !== undefined) {
        await harness.clock.sleep(hour, new AbortController().signal);
      }
      return memory.freeze(batch, request, now);
    },
  };
  const harness = createServiceHarness(
    () => {
      isFull = true;
      return timeout;
    },
    { queue },
  );
  expect(await harness.deliver(purchase)).toEqual(["b1/0 unknown_outcome"]);
  expect(harness.sent).toHaveLength(1);
});

test("an answer that the member is missing says that no attempt before it was processed", async () => {
  const life = await killedAfter([missing], purchase);
  const { ends } = await restart(life, 20 * minute, (_, now) => (now < 20 * minute ? missing : ok));
  expect(ends).toEqual(["b1/0 delivered"]);
});

test("a dead letter of what a crash cut off goes out again when an operator says so", async () => {
  const life = await killedAfter([], purchase);
  await restart(life, 2 * hour);
  const [letter] = await life.queue.deadLetters();
  await life.queue.retry([letter?.id ?? 0], life.endedAt + 3 * hour);
  const { ends, sent } = await restart(life, 3 * hour);
  expect(ends).toEqual(["b1/0 delivered"]);
  expect(sent[0]?.messageId).toBe(life.sent[0]?.messageId);
});

test("what an earlier version left without a note of its attempt may have been processed", async () => {
  const { inFlightSince, firstAttemptAt, firstAmbiguousAt, answers, ...request } = aRequest("0:purchase");
  const life = async () => {
    const harness = createServiceHarness(script());
    await harness.accept(purchase);
    await harness.queue.claim(1, harness.clock.now());
    await harness.queue.freeze(1, { ...request, attempts: 0, answers: [] }, harness.clock.now());
    return { queue: harness.queue, endedAt: harness.clock.now() };
  };
  expect((await restart(await life(), 10 * minute)).ends).toEqual(["b1/0 delivered"]);
  expect((await restart(await life(), 2 * hour)).ends).toEqual(["b1/0 unknown_outcome"]);
});

test("what was attempted goes on as it was under a build that fails on its batch", async () => {
  const harness = createServiceHarness(script(answer(429)));
  await harness.accept({ ...purchase, events: ["t1", "t2"] });
  harness.dispatcher.start();
  await harness.clock.run(harness.clock.sleep(100, new AbortController().signal));
  const broken = () => {
    throw new RangeError("a build that fails");
  };
  harness.dispatcher.replaceForwarder({ ...testForwarder("two"), forward: broken });
  await harness.clock.run(harness.dispatcher.drain());
  expect(harness.sent.map(({ messageId }) => messageId)).toEqual(Array(2).fill(harness.sent[0]?.messageId));
  const [letter, ...others] = await harness.queue.deadLetters();
  expect([letter?.reason, letter?.point, others]).toEqual(["failed", undefined, []]);
  harness.dispatcher.replaceForwarder(testForwarder("three"));
  await harness.queue.retry([letter?.id ?? 0], harness.clock.now());
  expect(await harness.deliver()).toEqual(["b1/0 delivered", "b1/0 duplicate_event", "b1/1 delivered"]);
});

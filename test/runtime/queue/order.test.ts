import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Answer, OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { createSteadyClock } from "../../../src/runtime/steady-clock.ts";
import { systemClock } from "../../../src/runtime/system-clock.ts";
import { answer, ok, refusedConnection, serverError, timeout } from "../delivery/harness.ts";
import { createVirtualClock } from "../delivery/virtual-clock.ts";
import { extent } from "./extent.ts";
import { createServiceHarness } from "./harness.ts";

const answers: readonly Answer[] = [
  ok,
  ok,
  serverError,
  timeout,
  answer(429),
  refusedConnection,
  answer(200, "validation"),
];
const seeds = Array.from({ length: extent(3, 20) }, (_, index) => index + 1);

test.each(seeds)(
  "each event keeps its place in its member's lane, whatever SessionM answers (seed %i)",
  async (seed) => {
    const scripts = new Map<string, Answer[]>();
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 48271) + 11) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    const ended: string[] = [];
    const idOf = ({ body }: OutgoingRequest) => /"transaction_id":"([^"]*)"/.exec(body)?.[1] ?? "";
    const harness = createServiceHarness((request) => scripts.get(idOf(request))?.shift() ?? ok, {
      random,
      observe: (event) => {
        if (event.kind === "settled") ended.push(event.batch);
      },
    });
    const batches = Array.from({ length: 50 * 40 }, (_, index) => {
      const id = `${index % 50}-${Math.floor(index / 50)}`;
      const script = Array.from(
        { length: Math.floor(random() * 3) },
        () => answers[Math.floor(random() * answers.length)] ?? ok,
      );
      scripts.set(id, script);
      return { id, member: `m${index % 50}`, events: [id] };
    });
    await harness.accept(...batches);
    harness.dispatcher.start();
    await harness.clock.run(harness.dispatcher.drain());
    expect(ended).toHaveLength(2000);
    const last = new Map<string, number>();
    let inversions = 0;
    for (const { body, path } of harness.sent) {
      const member = /users\/([^/]+)/.exec(path)?.[1] ?? "";
      const place = Number(/"transaction_id":"\d+-(\d+)"/.exec(body)?.[1]);
      if (place < (last.get(member) ?? 0)) inversions++;
      last.set(member, place);
    }
    expect(inversions).toBe(0);
  },
  300_000,
);

test("batches that mParticle sends again give no further request", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waybill-replay-"));
  const queue = await openQueue({ folder, ballastBytes: 0, floorBytes: 0 });
  let calls = 0;
  const transport = async () => {
    calls++;
    return ok;
  };
  // In real time: the disk waits for no other clock.
  const harness = createServiceHarness(() => ok, { queue, clock: systemClock, transport });
  const count = extent(1000, 100_000);
  const batch = (index: number) => ({
    id: `b${index}`,
    member: `m${index % 500}`,
    events: [`t${index}`],
    profile: { index },
  });
  const size = 500;
  for (let start = 0; start < count; start += size) {
    await harness.accept(...Array.from({ length: size }, (_, index) => batch(start + index)));
  }
  harness.dispatcher.start();
  await harness.dispatcher.drain();
  const before = calls;
  for (let start = 0; start < count; start += size) {
    const again = await harness.accept(...Array.from({ length: size }, (_, index) => batch(start + index)));
    expect(again.every((result) => result === "duplicate")).toBe(true);
  }
  await harness.dispatcher.drain();
  expect(calls).toBe(before);
  expect(calls).toBe(2 * count);
  await harness.dispatcher.stop();
  await queue.close();
  rmSync(folder, { recursive: true });
}, 600_000);

test("the clock of a service goes on evenly when the machine's clock jumps, and never goes back over a restart", () => {
  let wall = 1_000_000;
  let elapsed = 0;
  const clock = createSteadyClock(
    0,
    () => wall,
    () => elapsed,
  );
  elapsed = 500;
  wall -= 3_600_000;
  expect(clock.now()).toBe(1_000_500);
  wall += 7_200_000;
  elapsed = 1000;
  expect(clock.now()).toBe(1_001_000);
  expect(
    createSteadyClock(
      9_000_000,
      () => wall,
      () => 0,
    ).now(),
  ).toBe(9_000_000);
});

test("a machine's clock that jumps an hour ahead and back changes nothing about what is sent, and when", async () => {
  const deliver = async (jumps: boolean) => {
    const time = createVirtualClock();
    const start = time.now();
    const wall = () =>
      time.now() + (jumps ? ([0, 3_600_000, -3_600_000][Math.floor(time.now() / 700) % 3] ?? 0) : 0);
    const clock = { now: createSteadyClock(start, wall, time.now).now, sleep: time.sleep };
    const sent: string[] = [];
    const tries = [timeout, serverError, answer(429), refusedConnection, timeout];
    const transport = async ({ messageId }: OutgoingRequest) => {
      sent.push(`${time.now() - start} ${messageId}`);
      await time.sleep(10, new AbortController().signal);
      return sent.length <= 40 ? (tries[sent.length % tries.length] ?? ok) : ok;
    };
    const harness = createServiceHarness(() => ok, { clock, transport });
    await harness.accept(
      ...Array.from({ length: 20 }, (_, index) => ({
        id: `b${index}`,
        member: `m${index % 6}`,
        events: [`t${index}`],
      })),
    );
    harness.dispatcher.start();
    await time.run(harness.dispatcher.drain());
    return sent;
  };
  const even = await deliver(false);
  expect(even.length).toBeGreaterThan(55);
  expect(await deliver(true)).toEqual(even);
});

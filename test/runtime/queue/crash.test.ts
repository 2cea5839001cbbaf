import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "../../../src/random/random.ts";
import { openQueue, openQueueBeside } from "../../../src/runtime/queue/libsql/open.ts";
import { extent, isWhole } from "./extent.ts";
import type { TestBatch } from "./forwarder.ts";
import { type Answer, prepareService, startOracle, startService } from "./oracle.ts";

let prepared: Awaited<ReturnType<typeof prepareService>>;
beforeAll(async () => {
  prepared = await prepareService();
});
afterAll(() => prepared.clean());

const members = 8;
const perLife = 40;

/** One folder, many lives of a service, each killed at a moment or (where that is empty) at random; then all is judged. */
async function endure(name: string, crashes: readonly string[], seed: number): Promise<void> {
  const random = createRandom(seed).next;
  const data = join(prepared.folder, name.replaceAll(/\W+/g, "-"));
  const oracle = await startOracle();
  const sent = new Map<string, TestBatch>();
  const kept = new Set<string>();
  const kinds: readonly Answer[] = ["ok", "ok", "ok", "error", "reset", "slow_down", "refused"];
  try {
    for (const crash of crashes) {
      const env = { DATA: data, ORIGIN: oracle.origin, CRASH_AT: crash };
      const service = await startService(prepared.program, env);
      for (let count = 0; count < perLife; count++) {
        const id = `${sent.size}`;
        const batch = {
          id,
          member: `m${Math.floor(random() * members)}`,
          profile: { name: `p${id}` },
          events: [`t${id}`],
        };
        const first = kinds[Math.floor(random() * kinds.length)] ?? "ok";
        oracle.scripts.set(`t${id}`, [first]);
        sent.set(id, batch);
        service.send(batch);
        if (count % 10 === 9) service.write("tidy");
      }
      if (crash === "") await sleep(20 + random() * 200);
      // It kills itself: a moment that never comes would prove nothing.
      else
        await expect
          .poll(() => service.child.signalCode, { timeout: 20_000, message: crash })
          .toBe("SIGKILL");
      service.child.kill("SIGKILL");
      await service.ended;
      for (const id of service.acknowledged) kept.add(id);
    }
    await finish(data, oracle.origin, kept);
    const queue = await openQueue({ folder: data, ballastBytes: 0 });
    const letters = await queue.deadLetters();
    expect((await queue.status()).batches).toBe(0);
    await queue.close();
    const dead = new Set(letters.map(({ queued }) => /"(t\d+)"/.exec(queued?.request.body ?? "")?.[1] ?? ""));
    judge(oracle.taken, sent, kept, dead, crashes.length);
  } finally {
    await oracle.close();
  }
}

/** A last life without a kill, until nothing is left; a batch that comes after the faults goes through too. */
async function finish(data: string, origin: string, kept: Set<string>, ahead = 0): Promise<void> {
  const service = await startService(prepared.program, { DATA: data, ORIGIN: origin, AHEAD: `${ahead}` });
  service.send({ id: "last", member: "last", events: ["t-last"] });
  const queue = await openQueueBeside({ folder: data });
  // As long as it takes, while there are fewer and fewer.
  let left = Number.POSITIVE_INFINITY;
  for (let idle = 0; idle < 1200 && left > 0; idle++) {
    await sleep(50);
    if (!service.acknowledged.has("last")) continue;
    const { batches } = await queue.status();
    if (batches < left) idle = 0;
    left = batches;
  }
  await queue.close();
  service.write("stop");
  await service.ended;
  for (const id of service.acknowledged) kept.add(id);
}

function judge(
  taken: Awaited<ReturnType<typeof startOracle>>["taken"],
  sent: ReadonlyMap<string, TestBatch>,
  kept: ReadonlySet<string>,
  dead: ReadonlySet<string>,
  crashes: number,
): void {
  const events = taken.filter(({ body }) => body.includes("transaction_id"));
  const textOf = (body: string) => /"transaction_id":"(t[^"]*)"/.exec(body)?.[1] ?? "";
  const done = events.filter(({ answer }) => answer === "ok");
  const doneIds = new Set(done.map(({ body }) => textOf(body)));
  // Conservation: what was acknowledged was delivered, or is a dead letter.
  const lost = [...kept].filter((id) => id !== "last" && !doneIds.has(`t${id}`) && !dead.has(`t${id}`));
  expect(lost).toEqual([]);
  // No invention, and integrity.
  for (const { body, member } of events) {
    const id = textOf(body).slice(1);
    if (id === "-last") continue;
    expect(sent.get(id)?.member).toBe(member);
  }
  // The same bytes go under the same id, so SessionM can tell a repeat.
  const ids = new Map<string, Set<string>>();
  for (const { body, messageId } of events) {
    ids.set(textOf(body), (ids.get(textOf(body)) ?? new Set()).add(messageId));
  }
  expect([...ids].filter(([, set]) => set.size > 1)).toEqual([]);
  // Repeats of what was delivered: at most those in flight when the process was killed.
  expect(done.length - doneIds.size).toBeLessThanOrEqual(16 * crashes);
  // Order: the first delivery of each event of a member, by the order in which they were sent.
  const last = new Map<string, number>();
  const seen = new Set<string>();
  for (const { member, body } of done) {
    const id = textOf(body);
    if (seen.has(id) || id === "t-last") continue;
    seen.add(id);
    expect(Number(id.slice(1)), `order of ${member}`).toBeGreaterThan(last.get(member) ?? -1);
    last.set(member, Number(id.slice(1)));
  }
}

const moments = [
  "before_commit:accept",
  "after_commit:accept",
  "after_sync:accept",
  "before_commit:claim",
  "after_commit:claim",
  "before_commit:freeze",
  "after_commit:freeze",
  "after_sync:freeze",
  "before_send",
  "after_answer",
  "before_commit:settle",
  "after_commit:settle",
  "after_sync:settle",
  "before_commit:dead_letter",
  "after_commit:dead_letter",
  "before_commit:finish",
  "after_commit:finish",
  "before_commit:release",
  "before_commit:tidy",
];

const hour = 3_600_000;

function proveWhole(): void {
  test.concurrent(
    "a service that is killed 200 times at any time loses nothing, and keeps the order",
    async () => {
      const seed = Number(process.env["SEED"] ?? Date.now() % 1e6);
      await endure(`random, SEED=${seed}`, Array(200).fill(""), seed);
    },
    hour,
  );

  test.concurrent.each(moments)(
    "a service that is killed 20 times at %s loses nothing that it acknowledged",
    async (moment) => {
      const crashes = Array.from({ length: 20 }, (_, index) => `${moment} ${index % 3}`);
      await endure(moment, crashes, 7);
    },
    hour,
  );
}

function proveShort(): void {
  test(
    "a service that is killed at the worst moments, and at random, loses nothing",
    async () => {
      await endure("short", [...moments, "", "", ""], 7);
    },
    hour,
  );
}

if (isWhole) proveWhole();
else proveShort();

test.each([
  ["before_send 0", [], 0],
  ["after_answer 0", [], 1],
  // Turned away first: the repeat is what the kill cuts off.
  ["after_answer 1", ["slow_down"], 2],
] as const)(
  "an event that is cut off at %s is not sent two hours later, and what follows it is",
  async (crash, answers, count) => {
    const data = join(prepared.folder, `late-${crash.replaceAll(" ", "-")}-${answers.length}`);
    const oracle = await startOracle();
    oracle.scripts.set("t0", [...answers]);
    const service = await startService(prepared.program, {
      DATA: data,
      ORIGIN: oracle.origin,
      CRASH_AT: crash,
    });
    service.send({ id: "0", member: "m", events: ["t0", "t1"] });
    await service.ended;
    expect(service.child.signalCode).toBe("SIGKILL");
    await finish(data, oracle.origin, new Set(), 2 * hour);
    const queue = await openQueue({ folder: data, ballastBytes: 0 });
    const [letter] = await queue.deadLetters();
    await queue.close();
    await oracle.close();
    const times = (id: string) => oracle.taken.filter(({ body }) => body.includes(`"${id}"`)).length;
    expect([times("t0"), times("t1")]).toEqual([count, 1]);
    expect(letter).toMatchObject({ reason: "unknown_outcome", code: "interrupted" });
  },
  hour,
);

test("nothing is acknowledged before it was synced to the disk", async (context) => {
  const hasTracer = spawnSync("strace", ["--version"]).status === 0;
  if (!hasTracer && process.env["CI"] === undefined) context.skip("strace is not installed here");
  const log = join(prepared.folder, "strace.log");
  const oracle = await startOracle();
  const calls = "trace=fsync,fdatasync,write,writev";
  const tracer = ["strace", "-f", "-s", "40", "-e", calls, "-o", log];
  const service = await startService(
    prepared.program,
    { DATA: join(prepared.folder, "traced"), ORIGIN: oracle.origin },
    tracer,
  );
  const count = extent(20, 500);
  for (let id = 0; id < count; id++) {
    service.send({ id: `${id}`, member: `m${id}`, events: [], profile: { name: `p${id}` } });
    while (!service.acknowledged.has(`${id}`)) await sleep(1);
  }
  service.write("stop");
  await service.ended;
  await oracle.close();
  let isSynced = false;
  let acknowledged = 0;
  for (const line of readFileSync(log, "utf8").split("\n")) {
    if (/f(?:data)?sync\(.*= 0|f(?:data)?sync resumed.*= 0/.test(line)) isSynced = true;
    if (!/write.*"ack /.test(line)) continue;
    expect(isSynced, line).toBe(true);
    isSynced = false;
    acknowledged++;
  }
  expect(acknowledged).toBe(count);
}, 120_000);

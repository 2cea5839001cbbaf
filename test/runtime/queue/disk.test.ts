import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openQueue, openQueueBeside } from "../../../src/runtime/queue/libsql/open.ts";
import { QueueFull } from "../../../src/runtime/queue/queue.ts";
import { extent } from "./extent.ts";
import { aBatch, aLetter, aRequest } from "./samples.ts";

const root = mkdtempSync(join(tmpdir(), "waybill-disk-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folderOf = (name: string) => join(root, name);
const open = (name: string, options = {}) =>
  openQueue({ folder: folderOf(name), ballastBytes: 0, floorBytes: 0, ...options });

test("only its owner may read what a queue writes", async () => {
  const queue = await open("modes");
  await queue.accept([aBatch("a", 1, 1)]);
  for (const name of ["queue.db", "queue.db-wal", "queue.lock"]) {
    expect(statSync(join(folderOf("modes"), name)).mode & 0o077, name).toBe(0);
  }
  await queue.close();
});

test("a queue is one process's; others may look at it and act on dead letters", async () => {
  const queue = await open("locked");
  await expect(open("locked")).rejects.toThrow("Another process works with the queue");
  await queue.accept([{ ...aBatch("a", 1, 1), deadLetter: aLetter("malformed", undefined) }]);
  const beside = await openQueueBeside({ folder: folderOf("locked") });
  expect(await beside.retry([1], 5)).toBe(1);
  await beside.close();
  expect(await queue.claim(1, 10)).toEqual({ lanes: ["a"], nextDueAt: undefined });
  await queue.close();
  await (await open("locked")).close();
});

test("lanes that were claimed when a process ended are due again, and time does not go back", async () => {
  const queue = await open("again");
  await queue.accept([aBatch("a", 1, 1000)]);
  await queue.claim(1, 1000);
  await queue.freeze(1, aRequest("0:purchase", "e"), 50_000);
  await queue.close();
  const again = await open("again");
  expect(again.latest).toBe(50_000);
  expect((await again.claim(1, again.latest)).lanes).toEqual(["a"]);
  expect((await again.next("a"))?.requests.get("0:purchase")).toEqual(aRequest("0:purchase", "e"));
  await again.close();
});

test("a queue of a newer version is not touched", async () => {
  await (await open("newer")).close();
  const script = `const D=require("libsql");const d=new D(process.argv[1]);d.exec("PRAGMA user_version = 99");d.close()`;
  execFileSync(process.execPath, ["-e", script, join(folderOf("newer"), "queue.db")]);
  await expect(open("newer")).rejects.toThrow("newer version");
});

test("nothing of an erased person is left in the file", async () => {
  const queue = await open("erased");
  await queue.accept([aBatch("person@example.com", 1, 1), aBatch("other", 2, 1)]);
  await queue.accept([{ ...aBatch("person@example.com", 3, 1), deadLetter: aLetter("failed", undefined) }]);
  expect(await queue.forget("person@example.com", 9)).toEqual({ batches: 1, deadLetters: 1 });
  await queue.close();
  const bytes = readFileSync(join(folderOf("erased"), "queue.db")).toString("latin1");
  expect(bytes).toContain("other");
  expect(bytes).not.toContain("person@example.com");
});

test("below the floor of free space nothing is taken in", async () => {
  const queue = await open("floor", { floorBytes: Number.MAX_SAFE_INTEGER });
  await expect(queue.accept([aBatch("a", 1, 1)])).rejects.toThrow(QueueFull);
  expect((await queue.status()).isAccepting).toBe(false);
  await queue.close();
});

/** A tail that was written after the last batch that was acknowledged, and then torn or changed. */
test("a torn or changed tail of the log loses no batch that was acknowledged", async () => {
  const queue = await open("torn");
  const kept = 30;
  for (let id = 0; id < kept; id++) await queue.accept([aBatch(`m${id % 5}`, id, 1)]);
  const [file, log] = ["queue.db", "queue.db-wal"].map((name) => join(folderOf("torn"), name)) as [
    string,
    string,
  ];
  const synced = statSync(log).size;
  for (let id = 0; id < 20; id++) await queue.accept([aBatch("late", 1000 + id, 1)]);
  const whole = readFileSync(log);
  expect(whole.length).toBeGreaterThan(synced);
  const runs = extent(40, 1000);
  for (let run = 0; run < runs; run++) {
    const folder = folderOf(`torn-${run}`);
    mkdirSync(folder);
    copyFileSync(file, join(folder, "queue.db"));
    const at = synced + Math.floor(((whole.length - synced) * run) / runs);
    const damaged = Buffer.from(run % 2 === 0 ? whole.subarray(0, at) : whole);
    if (run % 2 === 1) damaged[at] = (damaged[at] ?? 0) ^ (1 << (run % 8));
    writeFileSync(join(folder, "queue.db-wal"), damaged);
    const again = await openQueue({ folder, ballastBytes: 0, floorBytes: 0 });
    const { batches } = await again.status();
    expect(batches).toBeGreaterThanOrEqual(kept);
    expect(batches).toBeLessThanOrEqual(kept + 20);
    await again.accept([aBatch("fresh", 5000, 1)]);
    await again.close();
    rmSync(folder, { recursive: true });
  }
  await queue.close();
}, 300_000);

test("a queue that is tidied gives room back, and knows batches for seven days", async () => {
  const queue = await open("tidy");
  const day = 24 * 3_600_000;
  for (let id = 0; id < 200; id++) {
    const bytes = Buffer.alloc(50_000, 65);
    await queue.accept([{ ...aBatch("a", id, day), bytes }]);
  }
  const before = statSync(join(folderOf("tidy"), "queue.db-wal")).size;
  expect(before).toBeGreaterThan(0);
  for (let sequence = 1; sequence <= 200; sequence++) await queue.next("a", sequence);
  await queue.tidy(7 * day);
  expect(await queue.accept([aBatch("a", 0, 7 * day)])).toEqual(["duplicate"]);
  await queue.tidy(8 * day + 1);
  expect(await queue.accept([aBatch("a", 0, 8 * day)])).toEqual(["accepted"]);
  await queue.close();
  expect(statSync(join(folderOf("tidy"), "queue.db")).size).toBeLessThan(9_000_000);
});

test("a queue with many batches opens fast", async () => {
  const count = extent(20_000, 1_000_000);
  const queue = await open("many");
  for (let start = 0; start < count; start += 5000) {
    const group = Array.from({ length: 5000 }, (_, index) =>
      aBatch(`m${(start + index) % 100_000}`, start + index, 1),
    );
    await queue.accept(group.map((batch) => ({ ...batch, bytes: Buffer.alloc(3000, 65) })));
  }
  // As after a kill: the log is not folded into the file.
  const folder = folderOf("many-killed");
  mkdirSync(folder);
  for (const name of ["queue.db", "queue.db-wal"])
    copyFileSync(join(folderOf("many"), name), join(folder, name));
  await queue.close();
  const startedAt = performance.now();
  const again = await openQueue({ folder, ballastBytes: 0, floorBytes: 0 });
  const { batches } = await again.status();
  const { lanes } = await again.claim(16, 10);
  const milliseconds = performance.now() - startedAt;
  await again.close();
  rmSync(folder, { recursive: true });
  if (process.env["CHAOS"] === "whole")
    process.stderr.write(`${count} batches recovered in ${milliseconds.toFixed(0)} ms\n`);
  expect([batches, lanes.length]).toEqual([count, 16]);
  expect(milliseconds).toBeLessThan(5000);
}, 600_000);

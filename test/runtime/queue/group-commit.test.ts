import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../../src/runtime/queue/libsql/database.ts";
import { createEffects } from "../../../src/runtime/queue/libsql/effects.ts";
import { createGroupCommit, type Operation } from "../../../src/runtime/queue/libsql/group-commit.ts";
import { createLogSync } from "../../../src/runtime/queue/libsql/log-sync.ts";

const ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending.splice(0).reverse()) end();
});

/** A group commit on a new file, whose syncs are the test's. */
function createHarness(sync: () => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "waybill-commit-"));
  ending.push(() => rmSync(folder, { recursive: true }));
  const database = openDatabase(join(folder, "queue.db"));
  ending.push(() => database.close());
  const log: string[] = [];
  const commits = createGroupCommit({
    database,
    sync,
    effects: createEffects(),
    onFull: () => log.push("full"),
    probe: (moment, names) => log.push(`${moment} ${names}`),
  });
  const run = (name: string, options: Partial<Operation<string>> = {}) => {
    const operation = { name, work: () => name, mustSucceed: true, isSynced: true, isUrgent: false };
    return commits.run({ ...operation, ...options }).then(
      (result) => log.push(`done ${result}`),
      (error) => log.push(`failed ${error.message}`),
    );
  };
  return { commits, log, run };
}

const disk = () => Object.assign(new Error("The disk is gone."), { code: "EIO" });

test("what is asked for while a sync is under way is committed together after it", async () => {
  let release = () => {};
  const gates = [new Promise<void>((resolve) => (release = resolve)), Promise.resolve()];
  const { log, run } = createHarness(async () => gates.shift());
  const first = run("a", { isUrgent: true });
  await expect.poll(() => log).toEqual(["before_commit a", "after_commit a"]);
  const others = [run("b"), run("c", { isUrgent: true })];
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log).toHaveLength(2);
  release();
  await Promise.all([first, ...others]);
  expect(log.slice(2)).toEqual([
    "after_sync a",
    "done a",
    "before_commit b,c",
    "after_commit b,c",
    "after_sync b,c",
    "done b",
    "done c",
  ]);
});

test("a group waits for others to come along, and less where somebody waits for an answer", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  ending.push(() => vi.useRealTimers());
  const { log, run } = createHarness(async () => {});
  const alone = run("a");
  vi.advanceTimersByTime(2);
  expect(log).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(log).toEqual(["before_commit a"]);
  await alone;
  await vi.advanceTimersByTimeAsync(0);
  const usual = run("b");
  const urgent = run("c", { isUrgent: true });
  vi.advanceTimersByTime(1);
  await Promise.all([usual, urgent]);
  expect(log).toContain("before_commit b,c");
});

test("nothing that must be on disk is said to be before the sync, and what need not waits for none", async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const { log, run } = createHarness(() => gate);
  const kept = run("kept");
  await run("read", { isSynced: false });
  expect(log).toEqual(["before_commit kept,read", "after_commit kept,read", "done read"]);
  release();
  await kept;
  expect(log.slice(3)).toEqual(["after_sync kept", "done kept"]);
});

test("a sync that fails rejects what need not succeed, and the rest waits until one succeeds", async () => {
  let failures = 2;
  const { log, run } = createHarness(async () => {
    if (failures-- > 0) throw disk();
  });
  const must = run("settle");
  const may = run("accept", { mustSucceed: false });
  await may;
  // While the disk refuses, nobody waits for an answer.
  const later = run("accept later", { mustSucceed: false });
  const after = run("settle later");
  await Promise.all([must, later, after]);
  expect(log).toEqual([
    "before_commit settle,accept",
    "after_commit settle,accept",
    "full",
    "failed The disk is gone.",
    "full",
    "failed The disk is gone.",
    "after_sync settle",
    "done settle",
    "before_commit settle later",
    "after_commit settle later",
    "after_sync settle later",
    "done settle later",
  ]);
});

test("an operation that fails takes no other with it, and a close commits what waits", async () => {
  const { commits, log, run } = createHarness(async () => {});
  const failing = run("bad", {
    work() {
      throw new Error("A bug.");
    },
  });
  const good = run("good");
  await commits.close();
  await Promise.all([failing, good]);
  expect(log.filter((line) => !line.includes("_"))).toEqual(["failed A bug.", "done good"]);
});

test("after a sync that failed, all goes from the log into the file before anything counts as synced", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waybill-sync-"));
  ending.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "queue.db");
  const database = openDatabase(file);
  ending.push(() => database.close());
  let calls = 0;
  const log = createLogSync(database, file, folder, async () => {
    if (calls++ === 0) throw disk();
  });
  ending.push(log.close);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  await expect(log.sync()).rejects.toThrow("The disk is gone.");
  const reader = openDatabase(file);
  reader.exec("BEGIN");
  reader.all("SELECT * FROM waits");
  // Somebody still reads what is in the log alone.
  database.exec("UPDATE clock SET latest = 1");
  await expect(log.sync()).rejects.toThrow("busy");
  reader.exec("COMMIT");
  reader.close();
  await log.sync();
  expect(statSync(`${file}-wal`).size).toBe(0);
  await log.sync();
  expect(calls).toBe(2);
}, 20_000);

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashKey } from "../../../src/runtime/queue/hash-key.ts";
import { connect, type Database } from "../../../src/runtime/queue/libsql/database.ts";
import { lock } from "../../../src/runtime/queue/libsql/lock.ts";
import { openQueue, openQueueBeside } from "../../../src/runtime/queue/libsql/open.ts";
import { migrations } from "../../../src/runtime/queue/libsql/schema.ts";
import { aBatch, aRequest } from "./samples.ts";

/** What a process that claims a lane wrote in the first version. */
const claimed = Number.MAX_SAFE_INTEGER;

function openFirstVersion(folder: string): Database {
  const old = connect(join(folder, "queue.db"));
  old.exec("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; BEGIN");
  migrations[0]?.(old);
  old.exec("PRAGMA user_version = 1; COMMIT");
  return old;
}

test("beside a service of an earlier version nothing is changed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waybill-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const old = openFirstVersion(folder);
  const unlock = lock(join(folder, "queue.lock"), folder);
  await expect(openQueueBeside({ folder })).rejects.toThrow("Start it anew with this version first.");
  expect(old.get("SELECT count(*) AS n FROM lanes")?.["n"]).toBe(0);
  unlock();
  old.close();
});

test("a queue of the first version keeps its batches, its waits, and what it has seen", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waybill-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const old = openFirstVersion(folder);
  old.exec("BEGIN");
  for (const [index, lane] of ["claimed", "waiting", "due"].entries()) {
    const batch = aBatch(lane, index, 1000 + index);
    old.run(
      "INSERT INTO batches (lane, identity, received_at, made_at, bytes) VALUES (?, ?, ?, ?, ?)",
      lane,
      batch.identity,
      batch.receivedAt,
      batch.madeAt,
      batch.bytes,
    );
  }
  for (const [lane, dueAt] of Object.entries({ claimed, waiting: 90_000, due: 1002 })) {
    old.run("INSERT INTO lanes VALUES (?, ?)", lane, dueAt);
  }
  for (let content = 0; content < 200; content++) {
    const { contentKey } = aBatch("claimed", content, 1);
    old.run("INSERT INTO contents VALUES (?, ?, ?)", contentKey, 1000 + content, hashKey("claimed"));
  }
  old.run("INSERT INTO events VALUES ('e', 1000, ?, 7, '0:purchase')", hashKey("claimed"));
  old.run("UPDATE clock SET latest = 5000");
  old.exec("COMMIT");
  old.close();

  const queue = await openQueue({ folder, ballastBytes: 0, floorBytes: 0 });
  expect(await queue.claim(5, 5000)).toEqual({ lanes: ["claimed", "due"], nextDueAt: 90_000 });
  const again = await queue.accept([0, 199, 200].map((content) => aBatch("claimed", content, 5000)));
  expect(again).toEqual(["duplicate", "duplicate", "accepted"]);
  expect(await queue.freeze(1, aRequest("0:purchase", "e"), 5000)).toBe("duplicate");
  // Whose they were is known too.
  expect(await queue.forget("claimed", 5000)).toEqual({ batches: 2, deadLetters: 0 });
  expect(await queue.accept([aBatch("claimed", 0, 5001)])).toEqual(["accepted"]);
  await queue.close();
});

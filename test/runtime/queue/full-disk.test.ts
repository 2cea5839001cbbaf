import { join } from "node:path";
import { expect, test } from "vitest";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { QueueFull } from "../../../src/runtime/queue/queue.ts";
import { mountSmallDisk } from "../../support/small-disk.ts";
import { aBatch } from "./samples.ts";

test("a full disk turns batches away, what is under way is finished, and room brings all back", async (context) => {
  const folder = mountSmallDisk(32, context);
  const queue = await openQueue({ folder: join(folder, "data"), floorBytes: 0, ballastBytes: 6 << 20 });
  let count = 0;
  let failure: unknown;
  while (failure === undefined && count < 10_000) {
    const bytes = Buffer.alloc(20_000, 65);
    await queue.accept([{ ...aBatch("a", count, 1), bytes }]).then(
      () => count++,
      (error) => {
        failure = error;
      },
    );
  }
  expect(failure).toBeInstanceOf(QueueFull);
  expect((await queue.status()).batches).toBe(count);
  await queue.claim(1, 10);
  for (let sequence = 1; sequence <= count; sequence++) await queue.next("a", sequence);
  expect((await queue.status()).batches).toBe(0);
  await queue.tidy(1);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await queue.accept([aBatch("b", 50_000, 1)])).toEqual(["accepted"]);
  await queue.close();
}, 120_000);

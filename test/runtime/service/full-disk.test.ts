import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { mountSmallDisk } from "../../support/small-disk.ts";
import { envOf, headers, openSandbox, post, purchase, run } from "./run.ts";

/** Writes until nothing fits any more. */
function fill(file: string): void {
  const handle = openSync(file, "w");
  const block = Buffer.alloc(1 << 16, 1);
  try {
    for (;;) writeSync(handle, block);
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  } finally {
    closeSync(handle);
  }
}

test("a full disk is answered with 503, what was taken is delivered, and room brings all back", async (context) => {
  const folder = mountSmallDisk(140, context);
  const sandbox = await openSandbox();
  sandbox.state.setScript([{ answers: [429, 429, 429, 429] }]);
  const service = run([], envOf(sandbox), { folder });
  const { batches, admin } = await service.urls();
  const ready = async () => (await fetch(`${admin}/health/ready`)).status;
  expect(await post(batches, purchase("before"))).toBe(202);
  expect(await ready()).toBe(200);

  fill(join(folder, "filler"));
  await sleep(1100);
  const startedAt = performance.now();
  const answer = await fetch(batches, { method: "POST", headers, body: new Uint8Array(purchase("during")) });
  expect(performance.now() - startedAt).toBeLessThan(1000);
  expect([answer.status, await answer.json()]).toMatchObject([503, { error: { code: "not_kept" } }]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  await expect.poll(ready, { timeout: 10_000 }).toBe(503);
  await expect.poll(() => sandbox.state.counts().events, { timeout: 10_000 }).toBe(1);

  rmSync(join(folder, "filler"));
  await expect.poll(() => post(batches, purchase("after")), { timeout: 10_000, interval: 200 }).toBe(202);
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  await expect.poll(() => sandbox.state.counts().events, { timeout: 10_000 }).toBe(2);
  expect(JSON.stringify(sandbox.state.events())).not.toContain("t-during");
  service.interrupt();
  expect(await service.ended).toBe(0);
}, 60_000);

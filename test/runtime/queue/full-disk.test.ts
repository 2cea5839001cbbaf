import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openQueue } from "../../../src/runtime/queue/libsql/open.ts";
import { QueueFull } from "../../../src/runtime/queue/queue.ts";
import { aBatch } from "./samples.ts";

/** Mounts a small disk, where this user may; otherwise says why not. */
function mountSmallDisk(folder: string): string | undefined {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=32m", "tmpfs", folder], { stdio: "pipe" });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test("a full disk turns batches away, what is under way is finished, and room brings all back", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "waybill-full-"));
  const refusal = mountSmallDisk(folder);
  if (refusal !== undefined) context.skip(`A disk cannot be mounted here: ${refusal}`);
  try {
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
  } finally {
    // Lazily: the driver closes its files when its memory is collected.
    if (refusal === undefined) execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openQueue } from "../../src/runtime/queue/libsql/open.ts";
import { batchText } from "./batches.ts";

/** How long a queue with so many batches takes from its opening to its first work, after the process was killed. */
export async function benchRecovery(count: number): Promise<void> {
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "waybill-bench-"));
  try {
    const self = fileURLToPath(import.meta.url);
    const child = spawn(process.execPath, ["--import", "tsx", self, folder, String(count)], {
      stdio: "inherit",
    });
    await once(child, "exit");
    if (child.signalCode !== "SIGKILL") throw new Error("The queue could not be filled.");
    const startedAt = performance.now();
    const queue = await openQueue({ folder });
    const { lanes } = await queue.claim(16, Date.now());
    const first = await queue.next(lanes[0] ?? "");
    const ready = performance.now() - startedAt;
    const { batches } = await queue.status();
    const counted = performance.now() - startedAt;
    await queue.close();
    if (batches !== count || first === undefined)
      throw new Error(`${batches} of ${count} batches are there.`);
    const gigabytes = statSync(join(folder, "queue.db")).size / 1e9;
    console.log(
      `recovery: ${count} batches (${gigabytes.toFixed(2)} GB): first work after ${ready.toFixed(0)} ms, counted after ${counted.toFixed(0)} ms`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills a queue, and is killed in the midst of its work. */
async function fill(folder: string, count: number): Promise<void> {
  const queue = await openQueue({ folder });
  const group = 2000;
  for (let start = 0; start < count; start += group) {
    const numbers = Array.from({ length: Math.min(group, count - start) }, (_, index) => start + index);
    await queue.accept(
      numbers.map((number) => ({
        bytes: Buffer.from(batchText(number, 100_000)),
        lane: `${7_000_000_000_000_000_000n + BigInt(number % 100_000)}`,
        identity: String(number),
        contentKey: `content-${number}`,
        receivedAt: 1_767_225_600_000 + number,
        madeAt: 1_767_225_600_000 + number,
      })),
    );
  }
  process.kill(process.pid, "SIGKILL");
}

const [, script, folder, count] = process.argv;
if (script === fileURLToPath(import.meta.url) && folder !== undefined) await fill(folder, Number(count));

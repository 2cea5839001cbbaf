import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createRandom } from "../../src/random/random.ts";
import { extent } from "../runtime/queue/extent.ts";
import { startOracle } from "../runtime/queue/oracle.ts";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { batchOf, post, waybill } from "./loyalty.ts";
import { type ServiceProcess, startServiceProcess } from "./service-process.ts";

const cycles = extent(3, 200);

/** POSTs batches over some connections until the service is gone; notes the numbers of those that it took. */
async function postUntilGone(service: ServiceProcess, next: () => number, taken: Set<number>): Promise<void> {
  const work = async () => {
    for (;;) {
      const number = next();
      try {
        const { status } = await post(service, batchOf(number, number % 9));
        if (status === 202) taken.add(number);
        else expect(status).toBe(503);
        if (status !== 202) return;
      } catch {
        // Nobody listens any more.
        return;
      }
    }
  };
  await Promise.all([work(), work(), work()]);
}

test(`a service that is stopped ${cycles} times in the midst of its work loses nothing and repeats nothing`, async () => {
  const { next: random } = createRandom(Number(process.env["SEED"] ?? 7));
  const oracle = await startOracle(3);
  onTestFinished(oracle.close);
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill });
  const built = await runCli(folder, ["build", "loyalty.waybill.yaml", "--target", "node", "--out", "."]);
  expect([built.status, built.stderr]).toEqual([0, ""]);
  const env = { SESSIONM_HOST: oracle.origin, SESSIONM_API_KEY: "key", SESSIONM_API_SECRET: "secret" };
  const start = () => startServiceProcess([join(folder, "service.cjs")], folder, env);
  const taken = new Set<number>();
  let number = 0;
  for (let cycle = 0; cycle < cycles; cycle++) {
    const service = await start();
    const posting = postUntilGone(service, () => number++, taken);
    await sleep(10 + random() * 150);
    const { status, milliseconds } = await service.stop();
    await posting;
    expect(status).toBe(0);
    expect(milliseconds).toBeLessThan(20_000);
  }
  const events = () => oracle.taken.filter(({ body }) => body.includes("transaction_id"));
  const last = await start();
  const eventOf = (one: number) => events().some(({ body }) => body.includes(`"${5000 + one}"`));
  await expect.poll(() => [...taken].filter((one) => !eventOf(one)), { timeout: 60_000 }).toEqual([]);
  await last.stop();
  expect(taken.size).toBeGreaterThan(cycles);
  expect(new Set(events().map(({ body }) => body)).size).toBe(events().length);
  expect(new Set(oracle.taken.map(({ messageId }) => messageId)).size).toBe(oracle.taken.length);
}, 3_600_000);

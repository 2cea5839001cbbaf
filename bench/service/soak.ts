import { authorization } from "../../test/targets/service-process.ts";
import { batchText } from "./batches.ts";
import { load } from "./load.ts";
import { buildService, startSandboxProcess, startService } from "./processes.ts";

const perSecond = 200;

/** Memory and delivery under a steady load, with two answers in a hundred failing. */
export async function benchSoak(seconds: number): Promise<void> {
  const place = await buildService();
  const sandbox = await startSandboxProcess(["503:0.01", "reset_after:0.01"]);
  const service = await startService(place, sandbox.url);
  const samples: { readonly at: number; readonly rss: number }[] = [];
  const startedAt = performance.now();
  const sample = setInterval(async () => {
    const { rss, waiting } = await readMetrics(service.admin);
    const at = (performance.now() - startedAt) / 1000;
    samples.push({ at, rss });
    if (samples.length % 6 === 0) {
      console.log(`soak: ${at.toFixed(0)} s, ${(rss / 1e6).toFixed(0)} MB, ${waiting} batches wait`);
    }
  }, 5000);
  let number = 0;
  try {
    while (performance.now() - startedAt < 1000 * seconds) {
      const until = number + perSecond;
      const next = () => (number < until ? Buffer.from(batchText(number++, 20_000)) : undefined);
      const turn = new Promise((resolve) => setTimeout(resolve, 1000));
      await load({ url: service.batches, authorization, connections: 4, next });
      await turn;
    }
    clearInterval(sample);
    const late = samples.filter(({ at }) => at > seconds / 2);
    const most = Math.max(...samples.map(({ rss }) => rss)) / 1e6;
    const growth = (slope(late) * 3600) / 1e6;
    console.log(
      `soak: ${number} batches in ${seconds} s, at most ${most.toFixed(0)} MB, second half grows by ${growth.toFixed(1)} MB an hour`,
    );
  } finally {
    clearInterval(sample);
    const { milliseconds } = await service.stop();
    console.log(`soak: stopped within ${milliseconds.toFixed(0)} ms`);
    sandbox.stop();
    place.remove();
  }
}

async function readMetrics(admin: string): Promise<{ readonly rss: number; readonly waiting: number }> {
  const text = await (await fetch(`${admin}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "m").exec(text)?.[1]);
  return { rss: value("waybill_memory_bytes"), waiting: value("waybill_queue_batches") };
}

/** Bytes a second, by least squares. */
function slope(samples: readonly { readonly at: number; readonly rss: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, rss] = [mean(samples.map((one) => one.at)), mean(samples.map((one) => one.rss))];
  const top = samples.reduce((sum, one) => sum + (one.at - at) * (one.rss - rss), 0);
  return top / samples.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
}

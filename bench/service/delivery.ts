import { rmSync } from "node:fs";
import { join } from "node:path";
import { Pool } from "undici";
import { bundleForwarder } from "../../src/bundle/bundle.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import type { Forward, Request } from "../../src/runtime/emitted/result.ts";
import { messageId } from "../../src/runtime/sessionm/message-id.ts";
import { authorization } from "../../test/targets/service-process.ts";
import { batchText, requestsOfBatch, waybill } from "./batches.ts";
import { load } from "./load.ts";
import {
  buildService,
  type Place,
  processorTime,
  type SandboxProcess,
  startSandboxProcess,
  startService,
} from "./processes.ts";

const concurrency = 16;
const members = 500;

/**
 * From the first POST to the last delivery into a sandbox, against handing the very same requests to undici, both in
 * every round. The ratio is what durability, order and mapping cost.
 */
export async function benchDelivery(rounds: number, batches: number): Promise<void> {
  const place = await buildService();
  const sandbox = await startSandboxProcess();
  const forward = await loadForward();
  try {
    const ratios: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const texts = Array.from({ length: batches }, (_, index) =>
        batchText((round + 2) * batches + index, members),
      );
      const own = process.cpuUsage();
      const bare = await timeBare(
        texts.flatMap((text) => forward(text).requests),
        sandbox,
      );
      const { user, system } = process.cpuUsage(own);
      const { seconds: served, processor } = await timeService(texts, place, sandbox);
      if (round < 0) continue;
      ratios.push(bare / served);
      const count = batches * requestsOfBatch;
      const rate = (seconds: number) => Math.round(count / seconds);
      const micros = (processor: number) => `${(processor / count).toFixed(0)} µs of a processor each`;
      console.log(
        `delivery: ${rate(served)} requests/s end to end at ${micros(processor)}, ${rate(bare)} by undici alone at ${micros(user + system)}`,
      );
    }
    const sorted = ratios.sort((one, other) => one - other);
    console.log(
      `delivery: ratio ${(sorted[sorted.length >> 1] ?? Number.NaN).toFixed(2)} (median of ${rounds})`,
    );
  } finally {
    sandbox.stop();
    place.remove();
  }
}

async function loadForward(): Promise<Forward> {
  const read = (id: string) => ({ kind: "text", text: waybill, id }) as const;
  const { module } = compileWaybill("bench.waybill.yaml", { read });
  if (module === undefined) throw new Error("The waybill of the benchmark has errors.");
  const { code } = await bundleForwarder(module, { minify: true });
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  const loaded: { readonly forward: Forward } = await import(url);
  return loaded.forward;
}

/** Seconds that undici takes for the requests: the same bytes and headers, in flight as many as the service has. */
async function timeBare(requests: readonly Request[], sandbox: SandboxProcess): Promise<number> {
  await sandbox.reset();
  const pool = new Pool(sandbox.url, { connections: concurrency });
  const credentials = `Basic ${Buffer.from("sandbox-key:sandbox-secret").toString("base64")}`;
  let index = 0;
  const work = async () => {
    for (let request = requests[index++]; request !== undefined; request = requests[index++]) {
      const { body, statusCode } = await pool.request({
        method: request.method,
        path: request.path.replace("{api_key}", "sandbox-key"),
        headers: {
          authorization: credentials,
          accept: "application/json",
          "content-type": "application/json",
          "message-id": messageId("bench", request),
        },
        body: request.body,
      });
      const text = await body.text();
      // A user whose profile another worker has not sent yet is missing: without order that is so.
      if (statusCode !== 200 && !text.includes("user_not_found")) throw new Error(`${statusCode} ${text}`);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: concurrency }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  await pool.close();
  return seconds;
}

/** Seconds that the service takes, and the microseconds of a processor that it uses meanwhile. */
async function timeService(
  texts: readonly string[],
  place: Place,
  sandbox: SandboxProcess,
): Promise<{ readonly seconds: number; readonly processor: number }> {
  rmSync(join(place.folder, "data"), { recursive: true, force: true });
  const service = await startService(place, sandbox.url, ["--concurrency", String(concurrency)]);
  const deliver = async (some: readonly Buffer[]) => {
    await sandbox.reset();
    let index = 0;
    const next = () => some[index++];
    const { statuses } = await load({ url: service.batches, authorization, connections: 8, next });
    if (statuses.get("202") !== some.length) throw new Error("Not every batch was taken.");
    while ((await sandbox.requests()) < some.length * requestsOfBatch) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  // Undici is warm from the round before; a new process gets as much to get warm.
  await deliver(texts.map((_, index) => Buffer.from(batchText(index, members))));
  const before = processorTime(service.pid);
  const startedAt = performance.now();
  await deliver(texts.map((text) => Buffer.from(text)));
  const seconds = (performance.now() - startedAt) / 1000;
  const processor = processorTime(service.pid) - before;
  await service.stop();
  return { seconds, processor };
}

import { authorization } from "../../test/targets/service-process.ts";
import { batchText } from "./batches.ts";
import { load, percentile } from "./load.ts";
import { buildService, processorTime, startService } from "./processes.ts";

/**
 * Batches that are on disk when they are answered, with the load generator on the same machine. SessionM is away, so
 * that taking in is measured and not delivering.
 */
export async function benchIngest(seconds: number, connections: number): Promise<void> {
  const place = await buildService();
  const service = await startService(place, "http://127.0.0.1:9");
  const bodies = Array.from({ length: 20_000 }, (_, index) => batchText(index, 50_000));
  let number = 0;
  const run = (milliseconds: number) => {
    const until = performance.now() + milliseconds;
    // Another batch each time, made from one that is there: making it must not cost what taking it does.
    const next = () => {
      const body = bodies[number % bodies.length] ?? "";
      const id = String(6_000_000_000 + number++);
      return performance.now() < until ? body.replace(/"batch_id":"\d+"/, `"batch_id":"${id}"`) : undefined;
    };
    return load({ url: service.batches, authorization, connections, next });
  };
  try {
    await run(2000);
    const before = processorTime(service.pid);
    const { count, seconds: took, latencies, statuses } = await run(1000 * seconds);
    const size = Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length);
    const rate = Math.round(count / took);
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)].map((one) => one.toFixed(1));
    const micros = ((processorTime(service.pid) - before) / count).toFixed(0);
    const answers = [...statuses].map(([status, times]) => `${times} × ${status}`).join(", ");
    console.log(
      `ingest: ${rate} batches/s of ${size} bytes on ${connections} connections, p50 ${p50} ms, p99 ${p99} ms, ${micros} µs of a processor each; ${answers}`,
    );
  } finally {
    await service.stop();
    place.remove();
  }
}

import { join } from "node:path";
import { authorization } from "../../test/targets/service-process.ts";
import { startBareServer } from "./bare-server.ts";
import { batchText } from "./batches.ts";
import { type Load, load, percentile } from "./load.ts";
import { buildService, type Place, processorTime, startService } from "./processes.ts";

/** POSTs batches to an address for so many milliseconds. */
type Post = (url: string, milliseconds: number) => Promise<Load>;

/** Where a batch has its id, and the first of those that are written there: all have ten digits. */
const idMember = '"batch_id":"';
const firstId = 6_000_000_000;

const warmUpMilliseconds = 2000;

/**
 * Batches that are on disk when they are answered, with the load generator on the same machine. SessionM is away, so
 * that taking in is measured and not delivering. Then the same for a server that only appends to a file and syncs it:
 * the ratio is what SQLite, mapping and recognising repeats cost.
 */
export async function benchIngest(seconds: number, connections: number): Promise<void> {
  const place = await buildService();
  const bodies = Array.from({ length: 20_000 }, (_, index) => Buffer.from(batchText(index, 50_000)));
  const idAt = bodies.map((body) => body.indexOf(idMember) + idMember.length);
  const size = Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length);
  let number = 0;
  const post: Post = (url, milliseconds) => {
    const until = performance.now() + milliseconds;
    // Another batch each time, made of one that was sent long before by writing over its id: making it must not cost
    // what taking it does.
    const next = () => {
      const index = number % bodies.length;
      const body = bodies[index];
      body?.write(String(firstId + number++), idAt[index] ?? 0, "latin1");
      return performance.now() < until ? body : undefined;
    };
    return load({ url, authorization, connections, next });
  };
  try {
    const { served, micros } = await measureService(place, post, 1000 * seconds);
    const bare = await measureBare(place, post, 1000 * seconds);
    console.log(
      `ingest: ${describe(served)} of ${size} bytes on ${connections} connections, ${micros.toFixed(0)} µs of a processor each`,
    );
    console.log(
      `ingest: ratio ${(rateOf(served) / rateOf(bare)).toFixed(2)} to a server that only appends and syncs: ${describe(bare)}`,
    );
  } finally {
    place.remove();
  }
}

async function measureService(place: Place, post: Post, milliseconds: number) {
  const service = await startService(place, "http://127.0.0.1:9");
  try {
    await post(service.batches, warmUpMilliseconds);
    const before = processorTime(service.pid);
    const served = await post(service.batches, milliseconds);
    return { served, micros: (processorTime(service.pid) - before) / served.count };
  } finally {
    await service.stop();
  }
}

async function measureBare({ folder }: Place, post: Post, milliseconds: number): Promise<Load> {
  const server = await startBareServer(join(folder, "bare.log"));
  try {
    await post(server.batches, warmUpMilliseconds);
    return await post(server.batches, milliseconds);
  } finally {
    server.stop();
  }
}

const rateOf = ({ count, seconds }: Load) => count / seconds;

function describe(one: Load): string {
  const [p50, p99] = [0.5, 0.99].map((part) => percentile(one.latencies, part).toFixed(1));
  const answers = [...one.statuses].map(([status, times]) => `${times} × ${status}`).join(", ");
  return `${rateOf(one).toFixed(0)} batches/s (p50 ${p50} ms, p99 ${p99} ms; ${answers})`;
}

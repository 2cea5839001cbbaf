/** A load generator on bare sockets: it must take little of the two processors that it shares with the service. */
import { connect } from "node:net";

/** What a load did. */
export interface Load {
  readonly count: number;
  readonly seconds: number;
  /** Milliseconds from the first byte sent to the answer, sorted. */
  readonly latencies: readonly number[];
  /** How often each status came. */
  readonly statuses: ReadonlyMap<string, number>;
}

/** Options of {@link load}. */
export interface LoadOptions {
  readonly url: string;
  readonly authorization: string;
  readonly connections: number;
  /** The body of the next POST, as it is sent; undefined ends the load. */
  readonly next: () => Buffer | undefined;
}

/** POSTs bodies over connections that are kept, one at a time on each. */
export async function load({ url, authorization, connections, next }: LoadOptions): Promise<Load> {
  const { hostname, port, pathname, host } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: `;
  const latencies: number[] = [];
  const statuses = new Map<string, number>();
  const startedAt = performance.now();

  function work(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.setNoDelay(true);
      let sentAt = 0;
      const send = () => {
        const body = next();
        if (body === undefined) return void socket.end(() => resolve());
        sentAt = performance.now();
        socket.cork();
        socket.write(`${head}${body.length}\r\n\r\n`, "latin1");
        socket.write(body);
        socket.uncork();
      };
      socket.once("connect", send);
      socket.on("error", reject);
      // An answer is far smaller than a packet.
      socket.on("data", (chunk) => {
        latencies.push(performance.now() - sentAt);
        const status = chunk.toString("latin1", 9, 12);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        send();
      });
    });
  }

  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    count: latencies.length,
    seconds,
    latencies: latencies.sort((one, other) => one - other),
    statuses,
  };
}

/** Returns the value that so many of the sorted values do not exceed. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

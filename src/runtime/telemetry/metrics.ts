import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { DeliveryEvent } from "../delivery/event.ts";
import type { Reception } from "../sources/webhook/webhook.ts";

/** What is waiting, as the queue sees it at one moment. */
export interface QueueState {
  /** Batches that are kept and not done. */
  readonly waiting: number;
  /** How long the oldest of them has waited. */
  readonly oldestSeconds: number;
  /** Members with something to deliver. */
  readonly lanes: number;
  readonly deadLetters: number;
  /** Why nothing is being delivered, if so. */
  readonly paused: string | undefined;
  /** Whether batches can be kept. */
  readonly isAccepting: boolean;
}

/** What a service counts. */
export interface Metrics {
  countReception(reception: Reception): void;
  /** Counts what happened to a batch or a request. */
  countEvent(event: DeliveryEvent): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
  /** The sum of a counter, by the value of one of its labels. */
  totals(name: CounterName, label: string): Promise<ReadonlyMap<string, number>>;
}

/** Counters that the status page shows. */
export type CounterName = keyof ReturnType<typeof createCounters>;

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const lags = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800, 3600, 21_600, 86_400, 259_200];

/** Returns {@link Metrics} that start at zero. `readQueue` is asked whenever somebody looks. */
export function createMetrics(readQueue: () => QueueState): Metrics {
  const registry = new Registry();
  const counters = createCounters(registry);
  const receive = histogram(registry, "receive_seconds", "How long a POST took, its batches kept", seconds);
  const attempt = histogram(registry, "attempt_seconds", "How long SessionM took to answer", seconds);
  const lag = histogram(registry, "delivery_seconds", "From receiving a batch to delivering a request", lags);
  createGauges(registry, readQueue);
  return {
    countReception({ status, code, bytes, milliseconds }) {
      counters.receptions.inc({ code: code ?? "accepted" });
      counters.bytes.inc(bytes);
      if (status === 202) receive.observe(milliseconds / 1000);
    },
    countEvent(event) {
      if (event.kind === "batch") {
        counters.batches.inc({ result: event.result });
        for (const [reason, count] of Object.entries(event.drops)) counters.drops.inc({ reason }, count);
      } else if (event.kind === "attempt") {
        counters.attempts.inc({ kind: event.request, outcome: event.outcome });
        attempt.observe(event.milliseconds / 1000);
      } else if (event.kind === "settled") {
        const result = event.reason ?? event.result;
        counters.done.inc({ kind: event.request, result, entry: event.place });
        if (event.result === "delivered") lag.observe(event.ageMilliseconds / 1000);
      }
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
    async totals(name, label) {
      const totals = new Map<string, number>();
      for (const { labels, value } of (await counters[name].get()).values) {
        const key = String(labels[label] ?? "");
        totals.set(key, (totals.get(key) ?? 0) + value);
      }
      return totals;
    },
  };
}

function createCounters(registry: Registry) {
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter<string>({ name: `waybill_${name}_total`, help, labelNames, registers: [registry] });
  return {
    receptions: counter("receptions", "POSTs by their answer", ["code"]),
    bytes: counter("received_bytes", "Bytes of bodies as they came", []),
    batches: counter("batches", "Batches by what became of them", ["result"]),
    drops: counter("dropped_data_points", "Data points that were left out, by reason", ["reason"]),
    attempts: counter("attempts", "Attempts at SessionM by how they ended", ["kind", "outcome"]),
    done: counter("requests_done", "Requests that are done, by what became of them", [
      "kind",
      "result",
      "entry",
    ]),
  };
}

function histogram(registry: Registry, name: string, help: string, buckets: number[]) {
  return new Histogram({ name: `waybill_${name}`, help, buckets, registers: [registry] });
}

function createGauges(registry: Registry, readQueue: () => QueueState): void {
  const gauge = (name: string, help: string, read: (state: QueueState) => number) =>
    new Gauge({
      name: `waybill_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read(readQueue()));
      },
    });
  gauge("queue_batches", "Batches that are kept and not done", ({ waiting }) => waiting);
  gauge("queue_oldest_seconds", "How long the oldest of them has waited", (state) => state.oldestSeconds);
  gauge("lanes", "Members with something to deliver", ({ lanes }) => lanes);
  gauge("dead_letters", "Dead letters that are kept", ({ deadLetters }) => deadLetters);
  gauge("paused", "1 while nothing is delivered: credentials or address were turned down", (state) =>
    state.paused === undefined ? 0 : 1,
  );
  gauge("accepting", "1 while batches can be kept", ({ isAccepting }) => (isAccepting ? 1 : 0));
  gauge("memory_bytes", "Memory of the process", () => process.memoryUsage.rss());
}

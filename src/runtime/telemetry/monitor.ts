import type { DispatcherStatus } from "../delivery/dispatcher.ts";
import type { DeliveryEvent } from "../delivery/event.ts";
import type { Queue } from "../queue/queue.ts";
import { createHistory } from "./history.ts";
import type { Metrics, QueueState } from "./metrics.ts";
import type { Counts, Status } from "./status.ts";

/** Options of {@link createMonitor}. */
export interface MonitorOptions {
  readonly build: {
    readonly settings: { readonly name: string };
    readonly waybill: string;
    readonly version: string;
  };
  readonly destination: string;
}

/** Keeps an eye on a service: its state now, and the last hour. */
export interface Monitor {
  /** Reads the state at once, and then every few seconds until it is closed. */
  watch(read: () => Promise<DispatcherStatus>): Promise<void>;
  note(event: DeliveryEvent): void;
  queueState(): QueueState;
  health(): Pick<Status, "isStopping" | "queue">;
  status(metrics: Metrics, queue: Queue): Promise<Status>;
  stopping(): void;
  isStopping(): boolean;
  close(): void;
}

/** How often the state is read; 720 moments are an hour. */
const intervalMilliseconds = 5000;

/** Returns a {@link Monitor} that has seen nothing yet. */
export function createMonitor({ build, destination }: MonitorOptions): Monitor {
  const history = createHistory(720);
  const startedAt = Date.now();
  let received = 0;
  let delivered = 0;
  let isStopping = false;
  let paused: string | undefined;
  let restUntil = 0;
  let last: DispatcherStatus["queue"] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let read: (() => Promise<DispatcherStatus>) | undefined;

  function queueState(): QueueState {
    const oldest = last?.oldestReceivedAt;
    return {
      waiting: last?.batches ?? 0,
      oldestSeconds: oldest === undefined ? 0 : Math.max(0, (Date.now() - oldest) / 1000),
      lanes: last?.lanes ?? 0,
      deadLetters: last?.deadLetters ?? 0,
      paused,
      isAccepting: last?.isAccepting ?? true,
    };
  }

  /** Counting takes longer in a longer queue, and must never take much of the time. */
  async function count(): Promise<void> {
    const startedAt = performance.now();
    if (read === undefined || isStopping || startedAt < restUntil) return;
    last = (await read()).queue;
    const took = performance.now() - startedAt;
    restUntil = took > 50 ? startedAt + 20 * took : 0;
  }

  async function sample(): Promise<void> {
    await count();
    const { waiting, oldestSeconds } = queueState();
    history.add({ at: Date.now(), received, delivered, waiting, oldestSeconds });
  }

  return {
    async watch(reader) {
      read = reader;
      await sample();
      // A status that cannot be read leaves the last one standing; the queue's own errors are events.
      timer = setInterval(() => void sample().catch(() => {}), intervalMilliseconds);
      timer.unref();
    },
    note(event) {
      if (event.kind === "batch" && event.result !== "duplicate") received++;
      if (event.kind === "settled" && event.result === "delivered") delivered++;
      if (event.kind === "paused") paused = explainPause(event);
      if (event.kind === "resumed") paused = undefined;
    },
    queueState,
    health: () => ({ isStopping, queue: queueState() }),
    async status(metrics, queue) {
      if (!isStopping) await sample();
      const counts = async (...[name, label]: Parameters<Metrics["totals"]>) =>
        sorted(await metrics.totals(name, label));
      const letters = isStopping ? [] : await queue.deadLetters({ limit: 10 });
      return {
        name: build.settings.name,
        build: build.waybill,
        version: build.version,
        destination,
        at: Date.now(),
        startedAt,
        isStopping,
        queue: queueState(),
        rates: history.rates(60_000),
        received: await counts("batches", "result"),
        refusedPosts: (await counts("receptions", "code")).filter(([code]) => code !== "accepted"),
        done: await counts("done", "result"),
        drops: await counts("drops", "reason"),
        attempts: await counts("attempts", "outcome"),
        history: history.samples(),
        lastDeadLetters: letters.map(({ id, at, reason, place, point, queued }) => ({
          id: String(id),
          at,
          reason,
          kind:
            queued?.request.kind ??
            (point === undefined ? "batch" : point.position < 0 ? "profile" : "event"),
          entry: place,
          attempts: queued?.attempts ?? 0,
        })),
      };
    },
    stopping() {
      isStopping = true;
    },
    isStopping: () => isStopping,
    close: () => clearInterval(timer),
  };
}

function explainPause({ reason, status, code }: Extract<DeliveryEvent, { readonly kind: "paused" }>): string {
  const answer = [status, code].filter((part) => part !== undefined).join(" ");
  if (reason === "configuration") {
    return `SessionM turned the credentials or the address down (${answer}). Batches are kept meanwhile.`;
  }
  if (reason === "unreachable") return `SessionM cannot be reached (${answer}). Batches are kept meanwhile.`;
  return "someone asked for it.";
}

function sorted(counts: ReadonlyMap<string, number>): Counts {
  return [...counts].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
}

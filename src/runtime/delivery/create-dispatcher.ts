import { NotJsonError } from "../json-text.ts";
import type { NewBatch } from "../queue/queue.ts";
import type { LaneContext } from "./batch-work.ts";
import { createBell } from "./bell.ts";
import type { BatchResult, Dispatcher } from "./dispatcher.ts";
import { type DispatcherOptions, defaultLimits } from "./dispatcher-options.ts";
import { createGate } from "./gate.ts";
import { areJson, receive } from "./intake.ts";
import { workLane } from "./lane-worker.ts";
import { createRetryBudget } from "./retry-budget.ts";

/** How often to look for what another process put into the queue. */
const pollMilliseconds = 10_000;

/** How often the queue is tidied; sooner where it had no room. */
const tidyMilliseconds = 600_000;
const tidyFullMilliseconds = 5_000;

/** Lanes for each request that may be in flight: while one waits for SessionM, others wait for the disk. */
const lanesForEach = 6;

/** How long to leave alone what failed in a way that nobody foresaw: a lane, and the queue itself. */
const brokenMilliseconds = 60_000;
const brokenQueueMilliseconds = 1_000;

/** Returns a {@link Dispatcher} that does not send yet. It reads no file and opens no socket itself. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { queue, transport, clock, random = Math.random, observe = () => {}, probe = () => {} } = options;
  const limits = { ...defaultLimits, ...options.limits };
  let { forwarder } = options;
  const budget = createRetryBudget();
  const gate = createGate(limits, clock, observe, () => {
    budget.fill();
    bell.ring();
  });
  const bell = createBell(clock);
  const workers = new Set<Promise<void>>();
  const tidyings = new Set<Promise<void>>();
  const idle: (() => void)[] = [];
  let loop: Promise<void> | undefined;
  let isStopping = false;
  let tidyAt = clock.now() + tidyMilliseconds;

  const context: LaneContext = {
    queue,
    forwarder: () => forwarder,
    transport,
    now: clock.now,
    random,
    observe,
    limits,
    gate,
    budget,
    probe,
  };

  function work(lane: string): void {
    const worker: Promise<void> = workLane(lane, context)
      .catch((error) => {
        observe({ kind: "failed", error });
        // Neither lost nor in the others' way; where even that fails, a restart frees the lane.
        return queue.release(lane, clock.now() + brokenMilliseconds);
      })
      .catch((error) => observe({ kind: "failed", error }))
      .finally(() => {
        workers.delete(worker);
        bell.ring();
      });
    workers.add(worker);
  }

  /** How many more lanes could be worked on. */
  function roomForLanes(): number {
    return (gate.limit() === 1 ? 1 : lanesForEach * gate.limit()) - workers.size;
  }

  /** Claims lanes while there is room; says how long to wait for more. */
  async function claim(): Promise<number> {
    const now = clock.now();
    const opensAt = gate.opensAt();
    if (opensAt > now) return opensAt - now;
    const room = roomForLanes();
    if (room <= 0) return Number.POSITIVE_INFINITY;
    const { lanes, nextDueAt } = await queue.claim(room, now);
    for (const lane of lanes) work(lane);
    if (lanes.length === 0 && nextDueAt === undefined && workers.size === 0) {
      for (const resolve of idle.splice(0)) resolve();
    }
    if (lanes.length === room) return Number.POSITIVE_INFINITY;
    return nextDueAt === undefined ? Number.POSITIVE_INFINITY : Math.max(0, nextDueAt - now);
  }

  function tidyWhenDue(): void {
    const now = clock.now();
    if (now < tidyAt) return;
    tidyAt = now + tidyMilliseconds;
    // Beside the work, and waited for like a worker.
    const tidying: Promise<void> = queue.tidy(now).catch((error) => observe({ kind: "failed", error }));
    tidyings.add(tidying);
    tidying.finally(() => tidyings.delete(tidying));
  }

  /** Accepts into the queue; where that has no room, it is tidied soon. */
  async function keep(batches: readonly NewBatch[]): Promise<readonly ("accepted" | "duplicate")[]> {
    try {
      return await queue.accept(batches);
    } catch (error) {
      tidyAt = Math.min(tidyAt, clock.now() + tidyFullMilliseconds);
      throw error;
    }
  }

  /** Works until it is stopped, whatever fails meanwhile. */
  async function run(): Promise<void> {
    while (!isStopping) {
      tidyWhenDue();
      const ring = bell.listen();
      const wait = await claim().catch((error) => {
        observe({ kind: "failed", error });
        return brokenQueueMilliseconds;
      });
      if (isStopping) break;
      await ring(Math.min(wait, pollMilliseconds));
    }
  }

  return {
    async accept(batches, { mustBeJson = false } = {}) {
      const startedAt = clock.now();
      const arrivals = batches.map((bytes) => receive(bytes, forwarder, startedAt));
      if (mustBeJson && !areJson(batches, arrivals)) throw new NotJsonError();
      const kept = arrivals.flatMap(({ batch }) => batch ?? []);
      const answers = kept.length === 0 ? [] : [...(await keep(kept))];
      const milliseconds = clock.now() - startedAt;
      const results = arrivals.map(({ batch, event }): BatchResult => {
        const isDuplicate = batch !== undefined && answers.shift() === "duplicate";
        const repeated = isDuplicate ? ({ result: "duplicate", drops: {} } as const) : {};
        observe({ ...event, ...repeated, milliseconds });
        return isDuplicate ? "duplicate" : event.result;
      });
      // Otherwise whoever makes room for them rings.
      if (gate.opensAt() <= clock.now() && roomForLanes() > 0) bell.ring();
      return results;
    },
    start() {
      loop ??= run();
    },
    drain() {
      const drained = new Promise<void>((resolve) => idle.push(resolve));
      bell.ring();
      return drained;
    },
    async stop() {
      isStopping = true;
      gate.stop();
      bell.ring();
      await loop;
      await Promise.all([...workers, ...tidyings]);
    },
    pause: () => gate.close({ reason: "asked", status: undefined, code: undefined }),
    resume() {
      gate.open();
      bell.ring();
    },
    replaceForwarder(next) {
      forwarder = next;
    },
    async status() {
      const isPaused = gate.opensAt() > 0;
      return { queue: await queue.status(), isPaused, inFlight: gate.inFlight(), concurrency: gate.limit() };
    },
  };
}

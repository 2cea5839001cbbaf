import type { Clock } from "../../../src/runtime/delivery/transport.ts";

/** A clock that goes on only when everything waits for it. */
export interface VirtualClock extends Clock {
  /** Lets time pass until the work is done. */
  run<T>(work: Promise<T>): Promise<T>;
}

/** Returns a clock that begins at a made-up time. */
export function createVirtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = start;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();

  function wakeNext(): void {
    const [first] = [...sleepers].sort((one, other) => one.at - other.at);
    if (first === undefined) throw new Error("The work waits for something that never comes.");
    now = Math.max(now, first.at);
    first.wake();
  }

  return {
    now: () => now,
    sleep(milliseconds, signal) {
      return new Promise((resolve) => {
        const sleeper = {
          at: now + milliseconds,
          wake() {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        if (signal.aborted) return resolve();
        signal.addEventListener("abort", sleeper.wake);
        sleepers.add(sleeper);
      });
    },
    async run(work) {
      let isDone = false;
      const end = () => {
        isDone = true;
      };
      work.then(end, end);
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isDone) return work;
        wakeNext();
      }
    },
  };
}

import type { Clock } from "./transport.ts";

/** The end of all sending: before it requests may wait, after it nothing goes out and nothing waits. */
export interface Halt {
  isHalted(): boolean;
  halt(): void;
  /** Resolves after the milliseconds, or when sending ends. */
  sleep(milliseconds: number): Promise<void>;
}

/** Returns a {@link Halt} that has not come yet. */
export function createHalt(clock: Clock): Halt {
  // One controller for each sleep: a thousand listeners on one signal make Node warn of a leak.
  const sleeping = new Set<AbortController>();
  let isHalted = false;
  return {
    isHalted: () => isHalted,
    halt() {
      isHalted = true;
      for (const controller of sleeping) controller.abort();
    },
    async sleep(milliseconds) {
      if (isHalted) return;
      const controller = new AbortController();
      sleeping.add(controller);
      await clock.sleep(milliseconds, controller.signal);
      sleeping.delete(controller);
    },
  };
}

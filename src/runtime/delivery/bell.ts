import type { Clock } from "./transport.ts";

/** Wakes one sleeper. */
export interface Bell {
  ring(): void;
  /** Begins to listen; what it returns resolves after the milliseconds, or at once where the bell rang since. */
  listen(): (milliseconds: number) => Promise<void>;
}

/** Returns a {@link Bell}. */
export function createBell(clock: Clock): Bell {
  let controller = new AbortController();
  return {
    // With a reason of its own: making the usual error costs more than all the rest.
    ring: () => controller.abort("rung"),
    listen() {
      controller = new AbortController();
      const { signal } = controller;
      return (milliseconds) => clock.sleep(milliseconds, signal);
    },
  };
}

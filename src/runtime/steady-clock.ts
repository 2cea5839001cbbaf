import type { Clock } from "./delivery/transport.ts";
import { systemClock } from "./system-clock.ts";

/**
 * Returns a clock that starts at the machine's time and then only goes forward, however the machine's clock is set
 * meanwhile; it never starts before a time, such as the queue's `latest`.
 */
export function createSteadyClock(
  notBefore: number,
  wall: () => number = Date.now,
  elapsed: () => number = () => performance.now(),
): Clock {
  const startedAt = elapsed();
  const base = Math.max(wall(), notBefore);
  return { now: () => Math.floor(base + elapsed() - startedAt), sleep: systemClock.sleep };
}

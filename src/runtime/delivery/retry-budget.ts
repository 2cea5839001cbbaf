/** A budget for repeats over all lanes: where everything fails, repeats stay a small part of the traffic. */
export interface RetryBudget {
  /** Says whether a repeat may go out now. One in half a minute always may. */
  take(now: number, isAfterTimeout: boolean): boolean;
  /** Gives back for a success: its cost if it was a repeat, and a little. */
  give(cost: number): void;
  fill(): void;
}

/** The figures of the AWS SDKs' standard mode. */
const size = 500;
/** What a repeat costs; one after a time-out costs twice as much. */
export const retryCost = 5;
const probeMilliseconds = 30_000;

/** Returns a full {@link RetryBudget}. */
export function createRetryBudget(): RetryBudget {
  let tokens = size;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    take(now, isAfterTimeout) {
      const cost = isAfterTimeout ? 2 * retryCost : retryCost;
      if (tokens < cost && now - lastAt < probeMilliseconds) return false;
      tokens = Math.max(0, tokens - cost);
      lastAt = now;
      return true;
    },
    give(cost) {
      tokens = Math.min(size, tokens + cost + 1);
    },
    fill() {
      tokens = size;
    },
  };
}

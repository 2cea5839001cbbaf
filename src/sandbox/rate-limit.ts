/** Counts the requests of the current second. */
export interface RateLimit {
  /** Counts a request and returns whether it is one of the first `limit` of its second. */
  admits(limit: string, now: number): boolean;
}

/** Creates a counter; `none` admits everything. */
export function createRateLimit(): RateLimit {
  let second = 0;
  let count = 0;
  return {
    admits(limit, now) {
      const current = Math.floor(now / 1000);
      count = current === second ? count + 1 : 1;
      second = current;
      return limit === "none" || count <= Number(limit);
    },
  };
}

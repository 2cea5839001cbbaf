/** How often and how long a request is tried. */
export interface RetryPolicy {
  readonly baseMilliseconds: number;
  readonly capMilliseconds: number;
  readonly attempts: number;
  /** From the first attempt to the start of the last one. */
  readonly windowMilliseconds: number;
}

/** A repeat is only safe within 30 minutes of the original (SessionM `Message-ID`); the last attempt takes time too. */
export const defaultRetryPolicy: RetryPolicy = {
  baseMilliseconds: 500,
  capMilliseconds: 30_000,
  attempts: 8,
  windowMilliseconds: 25 * 60_000,
};

/** Returns how long to wait after a number of failed attempts: exponential, with full jitter. */
export function backOff(
  policy: Pick<RetryPolicy, "baseMilliseconds" | "capMilliseconds">,
  failed: number,
  random: number,
): number {
  return random * Math.min(policy.capMilliseconds, policy.baseMilliseconds * 2 ** (failed - 1));
}

const hour = 3_600_000;

/** Returns the milliseconds that a `Retry-After` asks for, at most an hour; undefined where it says nothing. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, hour);
  // A weekday comes first in every form of an HTTP date; Date.parse alone would take `-5` for a date.
  const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - now, 0), hour);
}

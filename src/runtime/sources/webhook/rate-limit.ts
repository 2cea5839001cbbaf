/** Takes one token; false where none is left. */
export type TakeToken = () => boolean;

/** Returns a bucket of `perSecond` tokens that fills up again in a second. `now` gives milliseconds. */
export function createRateLimit(perSecond: number, now: () => number): TakeToken {
  let tokens = perSecond;
  let filledAt = now();
  return () => {
    const time = now();
    // A clock that goes back adds nothing and takes nothing.
    tokens = Math.min(perSecond, tokens + (Math.max(0, time - filledAt) / 1000) * perSecond);
    filledAt = time;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}

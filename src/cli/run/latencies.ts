/** Durations, counted in steps of five percent, so that their number takes no memory. */
export interface Latencies {
  add(milliseconds: number): void;
  /** The duration that a share of all durations does not exceed; undefined where there are none. */
  percentile(share: number): number | undefined;
}

const step = Math.log(1.05);

/** Returns empty {@link Latencies}. */
export function createLatencies(): Latencies {
  const counts: number[] = [];
  let total = 0;
  return {
    add(milliseconds) {
      const index = Math.round(Math.log1p(Math.max(milliseconds, 0)) / step);
      counts[index] = (counts[index] ?? 0) + 1;
      total++;
    },
    percentile(share) {
      let rest = Math.ceil(total * share);
      const index = counts.findIndex((count) => {
        rest -= count ?? 0;
        return rest <= 0;
      });
      return total === 0 ? undefined : Math.round(Math.expm1(index * step));
    },
  };
}

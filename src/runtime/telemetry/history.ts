/** One moment of a service. Totals only ever grow. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly received: number;
  readonly delivered: number;
  readonly waiting: number;
  readonly oldestSeconds: number;
}

/** The last moments of a service, the oldest first. */
export interface History {
  add(sample: Sample): void;
  samples(): readonly Sample[];
  /** Received and delivered in a second, over the last `milliseconds`. */
  rates(milliseconds: number): { readonly received: number; readonly delivered: number };
}

/** Returns an empty {@link History} that keeps `size` moments. */
export function createHistory(size: number): History {
  const kept: Sample[] = [];
  return {
    add(sample) {
      kept.push(sample);
      if (kept.length > size) kept.shift();
    },
    samples: () => kept,
    rates(milliseconds) {
      const last = kept.at(-1);
      const first = kept.find(({ at }) => last !== undefined && at >= last.at - milliseconds);
      const seconds = last === undefined || first === undefined ? 0 : (last.at - first.at) / 1000;
      if (last === undefined || first === undefined || seconds <= 0) return { received: 0, delivered: 0 };
      const perSecond = (to: number, from: number) => Math.max(0, to - from) / seconds;
      return {
        received: perSecond(last.received, first.received),
        delivered: perSecond(last.delivered, first.delivered),
      };
    },
  };
}

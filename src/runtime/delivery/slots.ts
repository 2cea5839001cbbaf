/** A number of things that may happen at once; the others wait in line. */
export interface Slots {
  take(): Promise<void>;
  give(): void;
}

/** Returns {@link Slots}, all free. */
export function createSlots(count: number): Slots {
  let free = count;
  const line: (() => void)[] = [];
  return {
    take() {
      if (free === 0) return new Promise((resolve) => line.push(resolve));
      free--;
      return Promise.resolve();
    },
    give() {
      const next = line.shift();
      if (next === undefined) free++;
      else next();
    },
  };
}

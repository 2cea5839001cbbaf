import { createRandom } from "../../src/random/random.ts";

/** What a workload draws from: the same seed gives the same batches on every machine. */
export interface WorkloadRandom {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  hex(length: number): string;
  uuid(): string;
  /** Digits without a leading zero. */
  digits(length: number): string;
}

/** Returns the draws of a seed. */
export function createWorkloadRandom(seed: number): WorkloadRandom {
  const { next } = createRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const repeat = (length: number, one: () => unknown) => Array.from({ length }, one).join("");
  const hex = (length: number) => repeat(length, () => between(0, 15).toString(16));
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    digits: (length) => `${between(1, 8)}${repeat(length - 1, () => between(0, 9))}`,
  };
}

/** Pseudo-random numbers that the same seed gives again (mulberry32). */
export interface Random {
  /** A number from 0 up to, but not, 1. */
  next(): number;
  /** A whole number from 0 up to, but not, `end`. */
  below(end: number): number;
  /** Says true in `times` of a hundred cases. */
  chance(times: number): boolean;
  /** One of the items; the list is not empty. */
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Returns the numbers of a seed. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number): number => bits() % end;
  return {
    next: () => bits() / 2 ** 32,
    below,
    chance: (times) => below(100) < times,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}

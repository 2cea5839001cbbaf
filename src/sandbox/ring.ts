/** A list that keeps only its last items. */
export interface Ring<Item> {
  push(item: Item): void;
  /** The kept items, oldest first. */
  items(): readonly Item[];
  /** How many were ever pushed. */
  total(): number;
}

/** Creates a ring that keeps `limit` items. */
export function createRing<Item>(limit: number): Ring<Item> {
  let kept: Item[] = [];
  let total = 0;
  return {
    push(item) {
      kept.push(item);
      total += 1;
      // Cutting only at twice the limit makes a push cheap on average.
      if (kept.length >= 2 * limit) kept = kept.slice(-limit);
    },
    items: () => kept.slice(-limit),
    total: () => total,
  };
}

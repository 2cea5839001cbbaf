/** How many attempts may be in flight: one more for each round of successes, a tenth less for each overload (AIMD). */
export interface Concurrency {
  limit(): number;
  succeed(): void;
  overload(): void;
}

const first = 4;
const decrease = 0.9;

/** Returns a {@link Concurrency} that goes up to a number. */
export function createConcurrency(most: number, onChange: (limit: number) => void): Concurrency {
  let exact = Math.min(first, most);
  const set = (next: number) => {
    const before = Math.floor(exact);
    exact = Math.min(most, Math.max(1, next));
    if (Math.floor(exact) !== before) onChange(Math.floor(exact));
  };
  return {
    limit: () => Math.floor(exact),
    succeed: () => set(exact + 1 / exact),
    overload: () => set(exact * decrease),
  };
}

import type { Contender, MadeRequest } from "./contenders/contender.ts";

/** Slow contenders get so many batches a round: their ratio needs no more, and the rounds stay near each other in time. */
const fewBatches = 50;

const warmUps = 5;

/** What was measured of a contender: medians of all rounds. */
export interface Measured {
  readonly name: string;
  readonly micros: number;
  /** Its time over that of the first contender in the same round. */
  readonly ratio: number;
}

/** Runs each contender once a round over the batches, in another order each time. */
export async function measureRounds(
  contenders: readonly Contender[],
  batches: readonly string[],
  rounds: number,
  slow: readonly Contender[] = [],
): Promise<readonly Measured[]> {
  const all = [...contenders, ...slow];
  const times = new Map<Contender, number[]>(all.map((contender) => [contender, []]));
  for (let round = -warmUps; round < rounds; round++) {
    for (let turn = 0; turn < all.length; turn++) {
      const contender = all[(turn + Math.max(round, 0)) % all.length];
      if (contender === undefined) continue;
      const given = slow.includes(contender) ? batches.slice(0, fewBatches) : batches;
      const micros = await timeOf(contender, given);
      if (round >= 0) times.get(contender)?.push(micros);
    }
  }
  const [first] = contenders;
  const baseline = (first && times.get(first)) ?? [];
  return [...times].map(([{ name }, values]) => {
    const ratios = values.map((value, round) => value / (baseline[round] ?? value));
    return { name, micros: median(values), ratio: median(ratios) };
  });
}

/** Returns the microseconds that a batch took. One character of each body is read: texts are joined only then. */
async function timeOf({ run }: Contender, batches: readonly string[]): Promise<number> {
  let sink = 0;
  const start = performance.now();
  for (const batch of batches) {
    const made = run(batch);
    sink += read(made instanceof Promise ? await made : made);
  }
  const micros = ((performance.now() - start) * 1_000) / batches.length;
  return sink < 0 ? 0 : micros;
}

function read(requests: readonly MadeRequest[]): number {
  let sum = 0;
  for (const { body } of requests) sum += body.charCodeAt(body.length >> 1);
  return sum;
}

/** Returns the milliseconds that a run takes, the median of so many. */
export function medianMilliseconds(runs: number, run: (index: number) => void): number {
  const times = Array.from({ length: runs }, (_, index) => {
    const start = performance.now();
    run(index);
    return performance.now() - start;
  });
  return median(times);
}

/** Returns the middle of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

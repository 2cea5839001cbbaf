import type { Contender, MadeRequest } from "./contenders/contender.ts";

/** Slow contenders get so many batches a round: their ratio needs no more, and the rounds stay near each other in time. */
const fewBatches = 50;

const warmUps = 5;

/** Runs each contender once a round over the batches, and prints its time and its ratio to the first of them. */
export async function measureRounds(
  contenders: readonly Contender[],
  slow: readonly Contender[],
  batches: readonly string[],
  rounds: number,
): Promise<void> {
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
  for (const [{ name }, values] of times) {
    const ratios = values.map((value, round) => value / (baseline[round] ?? value));
    const micros = median(values).toFixed(1).padStart(8);
    console.log(
      `${name.padEnd(26)} ${micros} µs a batch ${median(ratios).toFixed(2).padStart(8)} × JSON.parse`,
    );
  }
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

/** Returns the middle of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

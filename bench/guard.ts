/**
 * Fails where `forward` has become much slower: its ratio to JSON.parse of the same batches, both in every round. What
 * a busy machine did to one measurement it will hardly do to the next: the second one decides. `npm run bench:guard`.
 */
import { buildForwarder } from "./contenders/forwarder.ts";
import { median } from "./measure-rounds.ts";
import { workloadBatches } from "./workload/batches.ts";

/** A quarter above what docs/performance.md has: machines differ, and what is slower by more was made slower. */
const limit = 3;
const warmUps = 4;
const rounds = 15;

const batches = [...workloadBatches(1_000)];
const { forward } = await buildForwarder();

/** Returns how long a run over all batches takes, in milliseconds. */
function millisecondsOf(run: (batch: string) => unknown): number {
  const start = performance.now();
  for (const batch of batches) run(batch);
  return performance.now() - start;
}

/** One character of each body is read: texts are joined only then. */
function forwardWhole(batch: string): number {
  return forward(batch).requests.reduce((sum, { body }) => sum + body.charCodeAt(body.length >> 1), 0);
}

function measure(): number {
  const ratios: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const baseline = millisecondsOf((batch) => JSON.parse(batch));
    const own = millisecondsOf(forwardWhole);
    if (round >= 0) ratios.push(own / baseline);
  }
  return median(ratios);
}

const first = measure();
const ratio = first > limit ? measure() : first;
console.log(`forward takes ${ratio.toFixed(2)} × JSON.parse; the limit is ${limit}.`);
if (ratio > limit) process.exitCode = 1;

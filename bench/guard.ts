/**
 * Fails where `forward` has become much slower: its ratio to JSON.parse of the same batches, both in every round. What
 * a busy machine did to one measurement it will hardly do to the next: the second one decides. `npm run bench:guard`.
 */
import type { Contender } from "./contenders/contender.ts";
import { buildForwarder } from "./contenders/forwarder.ts";
import { jsonParse } from "./contenders/json-parse.ts";
import { measureRounds } from "./measure-rounds.ts";
import { workloadBatches } from "./workload/batches.ts";

/** A third above what docs/performance.md has: machines differ, and what is slower by more was made slower. */
const limit = 2.3;
const rounds = 15;

const batches = [...workloadBatches(1_000)];
const { forward } = await buildForwarder();
const own: Contender = { name: "forward", run: (batch) => forward(batch).requests };

async function measure(): Promise<number> {
  const [, measured] = await measureRounds([jsonParse, own], batches, rounds);
  return measured?.ratio ?? Number.POSITIVE_INFINITY;
}

const first = await measure();
const ratio = first > limit ? await measure() : first;
console.log(`forward takes ${ratio.toFixed(2)} × JSON.parse; the limit is ${limit}.`);
if (ratio > limit) process.exitCode = 1;

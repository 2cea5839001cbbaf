/**
 * Tries to contradict what is proven of random pairs of waybills: `npm run prove -- --pairs 1000 --seed 1`. Prints each pair
 * that is contradicted, and why others are not decided.
 */
import { parseArgs } from "node:util";
import { provenPairs } from "../test/support/proof-pairs.ts";
import { readCount } from "./read-count.ts";

const { values } = parseArgs({
  options: { pairs: { type: "string" }, seed: { type: "string" } },
});
const counts = { equivalent: 0, different: 0, undecided: 0, contradicted: 0 };
let left = readCount("--pairs", values.pairs, 1_000);
for (const { seed, what, waybills, proof, contradiction } of provenPairs(
  readCount("--seed", values.seed, 1),
)) {
  counts[proof.kind]++;
  if (proof.kind === "undecided") {
    const [first] = proof.doubts;
    console.log(`seed ${seed}, ${what}: ${first?.what}: ${first?.why}`);
  }
  if (contradiction !== undefined) {
    counts.contradicted++;
    console.log(`seed ${seed}, ${what}: said to be ${proof.kind}, which is wrong`);
    console.log(JSON.stringify({ waybills, batch: contradiction }, null, 2));
  }
  if (--left <= 0) break;
}
console.log(
  Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(", "),
);
process.exitCode = counts.contradicted > 0 ? 1 : 0;

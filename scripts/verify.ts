/**
 * Compares every way of running on random waybills and batches: `npm run verify -- --batches 1000000 --seed 1`. A
 * disagreement is made small and kept under test/fixtures/agreement, where a test runs it from then on.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createCompared } from "../src/verify/verify.ts";
import { runRounds } from "../test/support/agreement.ts";
import { readCount } from "./read-count.ts";

const { values } = parseArgs({
  options: { batches: { type: "string" }, seed: { type: "string" } },
});
const wanted = readCount("--batches", values.batches, 1_000_000);
const firstSeed = readCount("--seed", values.seed, 1);

const compared = createCompared();
const started = performance.now();
let failures = 0;

function progress(): string {
  const seconds = Math.round((performance.now() - started) / 1000);
  const { profile, event } = compared.requests;
  return `${compared.random.toLocaleString("en")} batches, ${(profile + event).toLocaleString("en")} requests, ${failures} disagreements, ${seconds} s`;
}

const report = setInterval(() => console.log(progress()), 10_000);
for await (const { seed, waybill, batch, disagreement } of runRounds(firstSeed, wanted, compared)) {
  failures++;
  const path = `test/fixtures/agreement/seed-${seed}.json`;
  writeFileSync(path, `${JSON.stringify({ waybill, batch }, null, 2)}\n`);
  console.log(`seed ${seed}: the ${disagreement.way} differs in its ${disagreement.part}; kept as ${path}`);
  console.log(`  should be ${disagreement.expected}\n  came      ${disagreement.actual}`);
}
clearInterval(report);
console.log(`${progress()}, seeds ${firstSeed} and following`);
const reasons = [...compared.drops].sort(([, one], [, other]) => other - one);
console.log(reasons.map(([reason, count]) => `${reason} ${count.toLocaleString("en")}`).join(" · "));
process.exitCode = failures > 0 ? 1 : 0;

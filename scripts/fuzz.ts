/**
 * Breaks waybills, a million times, in processes that may be ended: `npm run fuzz -- --mutations 1000000 --seed 1`. Each
 * text with which something is wrong is kept under test/fixtures/mutations, where a test tries it from then on.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endingOf } from "../src/compiler/source/syntax.ts";
import { createMutated, runMutations } from "../test/support/run-mutations.ts";
import { readCount } from "./read-count.ts";

const { values } = parseArgs({
  options: {
    mutations: { type: "string" },
    seed: { type: "string" },
    processes: { type: "string" },
  },
});
const count = readCount("--mutations", values.mutations, 1_000_000);
const seed = readCount("--seed", values.seed, 1);
const processes = readCount("--processes", values.processes, 2);

const kept = "test/fixtures/mutations";
const folder = mkdtempSync(join(tmpdir(), "waybill-fuzz-"));
const mutated = createMutated();
const started = performance.now();
const progress = () => {
  const seconds = Math.round((performance.now() - started) / 1000);
  const { begun, problems, slow } = mutated;
  return `${begun.toLocaleString("en")} mutations, ${problems.length} problems, ${slow.length} slow at first, ${seconds} s`;
};
let shown = 0;
const keepProblems = () => {
  for (const { index, syntax, problem, text } of mutated.problems.slice(shown)) {
    mkdirSync(kept, { recursive: true });
    const path = `${kept}/seed-${seed}-${index}${endingOf[syntax]}`;
    writeFileSync(path, text);
    console.log(`${problem}\n  kept as ${path}`);
  }
  shown = mutated.problems.length;
};
const report = setInterval(() => {
  keepProblems();
  console.log(progress());
}, 10_000);
try {
  await runMutations({ seed, count, processes, folder }, mutated);
} finally {
  clearInterval(report);
  rmSync(folder, { recursive: true, force: true });
}
keepProblems();
console.log(`${progress()}, seed ${seed}`);
process.exitCode = mutated.problems.length > 0 || mutated.begun < count ? 1 : 0;

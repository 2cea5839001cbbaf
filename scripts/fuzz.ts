/** Breaks waybills, a million times, in processes that may be ended: `npm run fuzz -- --mutations 1000000 --seed 1`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Mutated, runMutations } from "../test/support/run-mutations.ts";

const { values } = parseArgs({
  options: {
    mutations: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    processes: { type: "string", default: "2" },
  },
});
const [count, seed, processes] = [values.mutations, values.seed, values.processes].map(Number);
if (!count || !seed || !processes) throw new Error("--mutations, --seed and --processes are numbers from 1.");

const folder = mkdtempSync(join(tmpdir(), "waybill-fuzz-"));
const mutated: Mutated = { begun: 0, problems: [] };
const started = performance.now();
const progress = () => {
  const seconds = Math.round((performance.now() - started) / 1000);
  return `${mutated.begun.toLocaleString("en")} mutations, ${mutated.problems.length} problems, ${seconds} s`;
};
let shown = 0;
const showProblems = () => {
  for (const problem of mutated.problems.slice(shown)) console.log(problem);
  shown = mutated.problems.length;
};
const report = setInterval(() => {
  showProblems();
  console.log(progress());
}, 10_000);
try {
  await runMutations({ seed, count, processes, folder }, mutated);
} finally {
  clearInterval(report);
  rmSync(folder, { recursive: true, force: true });
}
showProblems();
console.log(`${progress()}, seed ${seed}`);
process.exitCode = mutated.problems.length > 0 || mutated.begun < count ? 1 : 0;

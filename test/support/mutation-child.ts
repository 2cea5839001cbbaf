/**
 * Runs in a process of its own, which may be ended: breaks waybills, and tries out what comes of it. Each line on
 * standard output is JSON: the number of a mutation that was begun, or what is wrong with it. `run-mutations.ts` starts it.
 */
import { readFileSync } from "node:fs";
import { type MutationJob, type MutationProblem, mutatedText } from "./mutated-text.ts";
import { problemWith } from "./try-out.ts";

const job: MutationJob = JSON.parse(readFileSync(0, "utf8"));
const parent = process.ppid;
// Nobody listens any more where the process that started this one has ended.
for (let index = job.from; index < job.to && process.ppid === parent; index++) {
  process.stdout.write(`${index}\n`);
  const { text, syntax } = mutatedText(job, index);
  const problem = problemWith(text, syntax);
  if (problem !== undefined) {
    process.stdout.write(
      `${JSON.stringify({ index, syntax, ...problem, text } satisfies MutationProblem)}\n`,
    );
  }
}

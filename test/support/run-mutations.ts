/**
 * Breaks waybills in processes that may be ended, and goes on behind a mutation that crashed or hung one. What was only
 * slow is judged again at the end, alone: the machine may have been busy.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { convertFile } from "../../src/compiler/frontend/print.ts";
import type { Syntax } from "../../src/compiler/source/syntax.ts";
import { type MutationJob, type MutationProblem, mutatedText } from "./mutated-text.ts";
import { rightFiles } from "./right-files.ts";
import { problemWith } from "./try-out.ts";

/** How many mutations are tried, and in what. */
export interface MutationRun {
  readonly seed: number;
  readonly count: number;
  readonly processes: number;
  /** Where the script of the processes is written. */
  readonly folder: string;
}

/** What was tried so far, and each problem with its text. */
export interface Mutated {
  begun: number;
  readonly problems: MutationProblem[];
  /** What took too long; at the end what did so again, alone, is a problem. */
  readonly slow: MutationProblem[];
}

/** Returns what was tried before anything is. */
export function createMutated(): Mutated {
  return { begun: 0, problems: [], slow: [] };
}

/** A process that says nothing for so long hangs: the machine may be busy, and one mutation is tried a few times. */
const silence = 20_000;

/** How often a slow text is tried again at the end; the best time counts. */
const timesAlone = 9;

/** Tries mutations, and counts into `mutated`. */
export async function runMutations(
  { seed, count, processes, folder }: MutationRun,
  mutated: Mutated,
): Promise<void> {
  const script = join(folder, "mutations.mjs");
  await bundleChild(script);
  const texts = textsToBreak();
  const share = Math.ceil(count / processes);
  const jobs = Array.from({ length: processes }, (_, index): MutationJob => {
    return { seed, from: index * share, to: Math.min(count, (index + 1) * share), texts };
  });
  await Promise.all(jobs.map((job) => runJob(script, job, mutated)));
  for (const one of mutated.slow) {
    const problem = problemWith(one.text, one.syntax, timesAlone);
    if (problem !== undefined) mutated.problems.push({ ...one, ...problem });
  }
}

/** The texts of examples and fixtures without errors, in both syntaxes. */
function textsToBreak(): Record<Syntax, readonly string[]> {
  const files = rightFiles().filter(({ file }) => file.text.length < 2_000);
  return {
    yaml: files.map((file) => convertFile(file, "yaml")),
    dsl: files.map((file) => convertFile(file, "dsl")),
  };
}

async function bundleChild(outfile: string): Promise<void> {
  await build({
    entryPoints: ["test/support/mutation-child.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { yaml: join(process.cwd(), "node_modules/yaml/browser/index.js") },
    logLevel: "error",
  });
}

async function runJob(script: string, job: MutationJob, mutated: Mutated): Promise<void> {
  for (let from = job.from; from < job.to; ) {
    const { last, ending } = await runProcess(script, { ...job, from }, mutated);
    if (ending === undefined) return;
    mutated.problems.push({ index: last, ...mutatedText(job, last), problem: ending, isSlow: false });
    from = last + 1;
  }
}

/** Returns the last mutation that was begun, and how the process ended where that was not at its own end. */
async function runProcess(script: string, job: MutationJob, mutated: Mutated) {
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "pipe"] });
  let last = job.from;
  let hung = false;
  const kill = () => {
    hung = true;
    child.kill("SIGKILL");
  };
  let watchdog = setTimeout(kill, silence);
  createInterface(child.stdout).on("line", (line) => {
    // The process writes nothing else.
    const said: number | MutationProblem = JSON.parse(line);
    if (typeof said === "object") return (said.isSlow ? mutated.slow : mutated.problems).push(said);
    mutated.begun++;
    last = said;
    clearTimeout(watchdog);
    watchdog = setTimeout(kill, silence);
  });
  let lastWords = "";
  child.stderr.on("data", (chunk: Buffer) => {
    lastWords = `${lastWords}${chunk}`.slice(-2_000);
  });
  child.stdin.end(JSON.stringify(job));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(watchdog);
  if (hung) return { last, ending: "it hangs" };
  return { last, ending: code === 0 ? undefined : `it ended the process with ${code}: ${lastWords}` };
}

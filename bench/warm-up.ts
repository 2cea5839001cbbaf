/**
 * How fast a fresh process gets, and what a batch costs the heap: the time of the first batch, of the next nine, the
 * next ninety, and so on, of `forward` and of JSON.parse, each in processes of its own; then the bytes that both
 * allocate. `npm run bench:warm-up`.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildForwarder } from "./contenders/forwarder.ts";
import { median } from "./measure-rounds.ts";
import { workloadBatches } from "./workload/batches.ts";

const steps = [1, 10, 100, 1_000] as const;
const processes = 5;

type Subject = "JSON.parse" | "forward";

/** What one process measured: microseconds a batch in each step, and bytes a batch. */
interface Measured {
  readonly micros: readonly number[];
  readonly bytes: number;
}

async function measure(subject: Subject): Promise<Measured> {
  const batches = [...workloadBatches(2_000)];
  const { forward } = await buildForwarder();
  const run: (batch: string) => unknown = subject === "forward" ? forward : JSON.parse;
  let done = 0;
  const micros = steps.map((until) => {
    const from = done;
    const start = performance.now();
    for (; done < until; done++) run(batches[done] ?? "");
    return ((performance.now() - start) * 1_000) / (done - from);
  });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (const batch of batches.slice(1_000)) run(batch);
  return { micros, bytes: (process.memoryUsage().heapUsed - before) / 1_000 };
}

function inFreshProcess(subject: Subject): Measured {
  const script = fileURLToPath(import.meta.url);
  // The young generation is larger than what the batches take, so that nothing is collected meanwhile.
  const flags = ["--expose-gc", "--min-semi-space-size=512", "--max-semi-space-size=1024", "--import", "tsx"];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, script, subject], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

const subject = process.argv[2];
if (subject === "JSON.parse" || subject === "forward") console.log(JSON.stringify(await measure(subject)));
else {
  console.log(
    `µs a batch            ${["1st", "2 to 10", "11 to 100", "101 to 1,000"].map((step) => step.padStart(13)).join("")}   bytes a batch`,
  );
  for (const one of ["JSON.parse", "forward"] as const) {
    const measured = Array.from({ length: processes }, () => inFreshProcess(one));
    const micros = steps.map((_, step) =>
      median(measured.map((each) => each.micros[step] ?? 0))
        .toFixed(0)
        .padStart(13),
    );
    console.log(
      `${one.padEnd(22)}${micros.join("")} ${Math.round(median(measured.map(({ bytes }) => bytes)))
        .toLocaleString("en-US")
        .padStart(15)}`,
    );
  }
}

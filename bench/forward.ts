/**
 * `forward` over `JSON.parse` of the same batches: one process, both in every round, the median of the ratios.
 * Every batch is different: repeating one halves JSON.parse's time and would flatter nobody but it.
 */
import { gzipSync } from "node:zlib";
import { bundleForwarder } from "../src/bundle/bundle.ts";
import { compileWaybill } from "../src/compiler/compile.ts";
import { workloadBatches, workloadWaybill } from "./workload.ts";

const rounds = Number(process.argv[2] ?? 25);
const waybill = workloadWaybill();
const { module } = compileWaybill("workload.waybill.yaml", {
  read: (id) => ({ kind: "text", text: waybill, id }),
});
if (module === undefined) throw new Error("The workload's waybill has errors.");
const { code } = await bundleForwarder(module, { minify: true });
const { forward } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
const batches = [...workloadBatches(1_000)];

const contenders: Readonly<Record<string, (batch: string) => unknown>> = {
  "JSON.parse": (batch) => JSON.parse(batch),
  "forward, counts": (batch) => forward(batch),
  "forward, drops in full": (batch) => forward(batch, { drops: "full" }),
};

let sink = 0;
const times: Record<string, number[]> = {};
for (let round = -5; round < rounds; round++) {
  for (const [name, run] of Object.entries(contenders)) {
    const start = performance.now();
    for (const batch of batches) if (run(batch) !== undefined) sink++;
    if (round >= 0) times[name] = [...(times[name] ?? []), performance.now() - start];
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const baseline = times["JSON.parse"] ?? [];
const bytes = batches.reduce((sum, batch) => sum + Buffer.byteLength(batch), 0) / batches.length;
console.log(`${batches.length} batches of ${Math.round(bytes)} bytes, ${rounds} rounds, ${sink} runs`);
for (const [name, values] of Object.entries(times)) {
  const ratio = median(values.map((value, round) => value / (baseline[round] ?? value)));
  const micros = (median(values) * 1000) / batches.length;
  console.log(
    `${name.padEnd(24)} ${micros.toFixed(1).padStart(7)} µs a batch  ${ratio.toFixed(2)} × JSON.parse`,
  );
}
console.log(`bundle ${code.length} bytes, ${gzipSync(code, { level: 9 }).length} under gzip`);

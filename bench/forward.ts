/**
 * A forwarder's whole job, text in and request texts out, beside JSON.parse of the same batches, code by hand, and the
 * engines of others: one process, each contender once a round in another order, the median of the ratios of each
 * round. Every batch is different: repeating one halves JSON.parse's time and would flatter nobody but it.
 *
 * `npm run bench -- [rounds]`; with `npm ci --prefix bench/peers` before it, the engines of others too.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { readCount } from "../scripts/read-count.ts";
import { passes } from "../src/compiler/ir/passes/index.ts";
import type { Contender, MadeRequest } from "./contenders/contender.ts";
import { buildForwarder } from "./contenders/forwarder.ts";
import { handWritten, mapByHand } from "./contenders/hand-written.ts";
import { jsonParse } from "./contenders/json-parse.ts";
import { measureRounds } from "./measure-rounds.ts";
import { type WorkloadName, workloadBatches } from "./workload/batches.ts";

const rounds = readCount("The number of rounds", process.argv[2], 25);
const { forward, code } = await buildForwarder();
const { forward: withoutPasses } = await buildForwarder([]);
const ablations = await Promise.all(
  passes.map(async (pass): Promise<Contender> => {
    const { forward } = await buildForwarder(passes.filter((other) => other !== pass));
    return { name: `forward, not: ${pass.name}`, run: (batch) => forward(batch).requests };
  }),
);

const ours: readonly Contender[] = [
  { name: "forward", run: (batch) => forward(batch).requests },
  { name: "forward, drops in full", run: (batch) => forward(batch, { drops: "full" }).requests },
  { name: "forward, without passes", run: (batch) => withoutPasses(batch).requests },
  ...ablations,
];

async function peers(): Promise<readonly Contender[]> {
  if (!existsSync(new URL("./peers/node_modules", import.meta.url))) {
    console.log("The engines of others are not installed: `npm ci --prefix bench/peers` brings them.");
    return [];
  }
  const names = ["rudderstack", "segment", "jsonata"];
  const modules = await Promise.all(names.map((name) => import(`./peers/${name}.ts`)));
  return modules.map(({ contender }: { readonly contender: Contender }) => contender);
}

/** Throws unless a contender makes of each batch what code by hand makes of it. */
async function checkAgreement({ name, run }: Contender, batches: readonly string[]): Promise<void> {
  const plain = ({ path, body }: MadeRequest) => ({ path, body: JSON.parse(body) });
  for (const [index, batch] of batches.entries()) {
    const expected = JSON.parse(JSON.stringify(mapByHand(JSON.parse(batch))));
    assert.deepEqual((await run(batch)).map(plain), expected, `${name} disagrees about batch ${index}.`);
  }
}

async function bench(workload: WorkloadName, slow: readonly Contender[]): Promise<void> {
  const batches = [...workloadBatches(1_000, workload)];
  for (const contender of [...ours, handWritten, ...slow]) await checkAgreement(contender, batches);
  const outputs = new Map(batches.map((batch) => [batch, mapByHand(JSON.parse(batch))]));
  const parseAndStringify: Contender = {
    name: "JSON.parse and stringify",
    run(batch) {
      JSON.parse(batch);
      return (outputs.get(batch) ?? []).map(({ path, body }) => ({ path, body: JSON.stringify(body) }));
    },
  };
  const bytes = batches.reduce((sum, batch) => sum + Buffer.byteLength(batch), 0) / batches.length;
  console.log(`\n${workload}: ${batches.length} batches of ${Math.round(bytes)} bytes, ${rounds} rounds`);
  const contenders = [jsonParse, parseAndStringify, ...ours, handWritten];
  for (const { name, micros, ratio } of await measureRounds(contenders, batches, rounds, slow)) {
    const columns = [micros.toFixed(1).padStart(8), "µs a batch", ratio.toFixed(2).padStart(8)];
    console.log(`${name.padEnd(36)} ${columns.join(" ")} × JSON.parse`);
  }
}

const slow = await peers();
await bench("reference", slow);
await bench("small", slow);
console.log(`\nbundle: ${code.length} bytes, ${gzipSync(code, { level: 9 }).length} under gzip`);

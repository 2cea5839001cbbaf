/** Writes the reference workload for whole-process measurements: `tsx bench/write-workload.ts <folder> <batches>`. */
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { workloadBatches } from "./workload/batches.ts";
import { workloadWaybill } from "./workload/plan.ts";

const [folder = "workload", count = "100000"] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "workload.waybill.yaml"), workloadWaybill());

function* lines(): Generator<string> {
  for (const batch of workloadBatches(Number(count))) yield `${batch}\n`;
}
await pipeline(Readable.from(lines()), createWriteStream(join(folder, "batches.ndjson")));

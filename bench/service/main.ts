/**
 * What the service does on this machine: `npm run bench:service -- [ingest|delivery|recovery|soak]`, all but the soak
 * where none is named. `--seconds`, `--count`, `--connections` and `--rounds` change the size. BENCH_DIR names the disk.
 */
import { parseArgs } from "node:util";
import { readCount } from "../../scripts/read-count.ts";
import { benchDelivery } from "./delivery.ts";
import { benchIngest } from "./ingest.ts";
import { benchRecovery } from "./recovery.ts";
import { benchSoak } from "./soak.ts";

const text = { type: "string" } as const;
const { values, positionals } = parseArgs({
  options: { seconds: text, count: text, connections: text, rounds: text },
  allowPositionals: true,
});
const number = (name: keyof typeof values, usual: number) => readCount(`--${name}`, values[name], usual);
const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  ingest: () => benchIngest(number("seconds", 10), number("connections", 64)),
  delivery: () => benchDelivery(number("rounds", 5), number("count", 3000)),
  recovery: () => benchRecovery(number("count", 1_000_000)),
  soak: () => benchSoak(number("seconds", 600)),
};
for (const name of positionals.length > 0 ? positionals : ["ingest", "delivery", "recovery"]) {
  const benchmark = benchmarks[name];
  if (benchmark === undefined) {
    console.error(`There is no benchmark \`${name}\`. Use some of: ${Object.keys(benchmarks).join(", ")}.`);
    process.exit(2);
  }
  await benchmark();
}

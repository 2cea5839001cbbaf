/** How long the CLI takes from nothing, beside an empty `node`: whole processes, taken in turn. `npm run bench:start`. */
import { spawnSync } from "node:child_process";
import { readCount } from "../scripts/read-count.ts";
import { median } from "./measure-rounds.ts";

const rounds = readCount("The number of rounds", process.argv[2], 15);

const commands: Readonly<Record<string, readonly string[]>> = {
  "an empty node": ["-e", "0"],
  "waybill --version": ["bin/waybill.cjs", "--version"],
  "waybill check, YAML": ["bin/waybill.cjs", "check", "examples/restaurant/production.waybill.yaml"],
  "waybill check, DSL": ["bin/waybill.cjs", "check", "examples/retailer"],
};

const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
for (let round = -2; round < rounds; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    if (round >= 0) times.get(name)?.push(performance.now() - start);
  }
}
const empty = times.get("an empty node") ?? [];
for (const [name, values] of times) {
  const ratio = median(values.map((value, round) => value / (empty[round] ?? value)));
  console.log(
    `${name.padEnd(22)} ${median(values).toFixed(0).padStart(6)} ms ${ratio.toFixed(2).padStart(7)} × an empty node`,
  );
}

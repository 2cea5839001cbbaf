/**
 * How checking and building grow with a waybill: from 100 to 20,000 entries, each an event in a line of its own. Both
 * should grow as the waybill does. `npm run bench:compile`.
 */
import { checkWaybill, compileWaybill } from "../src/compiler/compile.ts";
import { medianMilliseconds } from "./measure-rounds.ts";

const sizes = [100, 1_000, 5_000, 10_000, 20_000] as const;
const rounds = 5;

/** A file may have no more than so many (`language.md` §1, limits). */
const entriesPerFile = 5_000;

function filesOf(entries: number): ReadonlyMap<string, string> {
  const starts = Array.from(
    { length: Math.ceil(entries / entriesPerFile) },
    (_, file) => file * entriesPerFile,
  );
  const parts = starts.map(
    (start) => [`part${start}.waybill`, partOf(start, Math.min(entries, start + entriesPerFile))] as const,
  );
  const includes = parts.map(([name]) => `"./${name}"`).join(", ");
  return new Map([["growth.waybill", `waybill 1 growth\n\ninclude ${includes}\n`], ...parts]);
}

function partOf(start: number, end: number): string {
  const events = Array.from({ length: end - start }, (_, index) => {
    return `event "Event ${start + index}" -> event_${start + index}\n`;
  });
  return `waybill 1\n\n${events.join("")}`;
}

console.log("entries   check ms   build ms   build µs an entry   heap MB");
for (const entries of sizes) {
  const files = filesOf(entries);
  const reader = { read: (id: string) => ({ kind: "text" as const, text: files.get(id) ?? "", id }) };
  if (compileWaybill("growth.waybill", reader).module === undefined)
    throw new Error("The waybill has errors.");
  const check = medianMilliseconds(rounds, () => checkWaybill("growth.waybill", reader));
  const build = medianMilliseconds(rounds, () => compileWaybill("growth.waybill", reader));
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  const columns = [
    entries.toLocaleString("en-US").padStart(7),
    check.toFixed(0).padStart(11),
    build.toFixed(0).padStart(11),
    ((build * 1_000) / entries).toFixed(0).padStart(20),
    heap.toFixed(0).padStart(10),
  ];
  console.log(columns.join(""));
}

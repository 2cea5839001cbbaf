/**
 * How long checking takes: a waybill of 50 files with 5,000 lines in all, in the DSL and in YAML, as a whole and after
 * an edit to one of the files; and one file with as many lines. Times are medians of many runs in a warm process.
 */
import { createSnapshot, type Snapshot } from "../src/compiler/editor/snapshot.ts";
import { parse } from "../src/compiler/frontend/parse.ts";
import { convertFile } from "../src/compiler/frontend/print.ts";
import type { FileReader } from "../src/compiler/project/file-reader.ts";
import { createSourceFile } from "../src/compiler/source/source-file.ts";
import { endingOf, type Syntax } from "../src/compiler/source/syntax.ts";
import { medianMilliseconds } from "./measure-rounds.ts";

const fileCount = 50;
const linesPerFile = 100;
const runs = 60;

/** A file that has all the parts, each without its first line. */
function wholeFile(): string {
  const parts = Array.from({ length: fileCount }, (_, index) => partOf(index).replace("waybill 1\n", ""));
  return `waybill 1 bench\n${parts.join("\n")}`;
}

function partOf(index: number): string {
  const lines = ["waybill 1", ""];
  for (let event = 0; lines.length < linesPerFile; event++) {
    lines.push(
      `event "Event ${index} ${event}" -> event_${index}_${event} {`,
      "  type transaction",
      `  when value("amount") >= ${event} and platform != "roku"`,
      '  attribute "Store ID" -> store_id',
      "  attribute amount {",
      "    value value | number | round(2)",
      "  }",
      "  attribute currency",
      "}",
      "",
    );
  }
  return lines.join("\n");
}

function filesIn(syntax: Syntax): Map<string, string> {
  const names = Array.from({ length: fileCount }, (_, index) => `part${index}`);
  const includes = names.map((name) => `"./${name}${endingOf[syntax]}"`).join(", ");
  const sources = [
    ["main", `waybill 1 bench\n\ninclude ${includes}\n`] as const,
    ...names.map((name, index) => [name, partOf(index)] as const),
  ];
  return new Map(
    sources.map(([name, text]) => {
      const parsed = parse(createSourceFile(`${name}.waybill`, text));
      return [`${name}${endingOf[syntax]}`, convertFile(parsed, syntax)];
    }),
  );
}

function readerOf(files: ReadonlyMap<string, string>): FileReader {
  return {
    read(path) {
      const text = files.get(path);
      return text === undefined ? { kind: "missing", siblings: [] } : { kind: "text", text, id: path };
    },
  };
}

for (const syntax of ["dsl", "yaml"] as const) {
  const files = filesIn(syntax);
  const entry = `main${endingOf[syntax]}`;
  const edited = `part7${endingOf[syntax]}`;
  const original = files.get(edited) ?? "";
  const lines = [...files.values()].reduce((sum, text) => sum + text.split("\n").length, 0);
  let snapshot: Snapshot = createSnapshot(entry, readerOf(files));
  if (snapshot.diagnostics.length > 0) throw new Error("The benchmark's waybill has mistakes.");
  const whole = medianMilliseconds(runs, () => createSnapshot(entry, readerOf(files)));
  const again = medianMilliseconds(runs, (index) => {
    files.set(edited, original.replace("Event 7 3", `Event 7 edited ${index}`));
    snapshot = createSnapshot(entry, readerOf(files), snapshot);
  });
  const name = `whole${endingOf[syntax]}`;
  const text = convertFile(parse(createSourceFile("whole.waybill", wholeFile())), syntax);
  const alone = medianMilliseconds(runs, () => createSnapshot(name, readerOf(new Map([[name, text]]))));
  const aloneLines = text.split("\n").length.toLocaleString("en-US");
  console.log(`${syntax}: one file, ${aloneLines} lines: ${alone.toFixed(1)} ms`);
  console.log(
    `${syntax}: ${files.size} files, ${lines.toLocaleString("en-US")} lines: whole ${whole.toFixed(1)} ms, after an edit to one file ${again.toFixed(1)} ms`,
  );
}

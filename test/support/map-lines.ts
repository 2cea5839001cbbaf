import { eachMapping, TraceMap } from "@jridgewell/trace-mapping";
import type { EmittedModule } from "../../src/compiler/emit/forwarder.ts";

const longest = 40;

/** Returns a source map as people read it: a line for each place in the code, and what it comes from. */
export function mapLines({ code, map }: EmittedModule): string {
  const trace = new TraceMap(JSON.stringify(map));
  const codeLines = code.split("\n");
  const lines: string[] = [];
  eachMapping(trace, ({ generatedLine, generatedColumn, source, originalLine, originalColumn }) => {
    const content = trace.sourcesContent?.[trace.sources.indexOf(source)]?.split("\n");
    const here = wordsAt(codeLines, generatedLine, generatedColumn);
    const there = wordsAt(content, originalLine, originalColumn);
    lines.push(`${generatedLine}:${generatedColumn} ${here} ← ${source}:${originalLine} ${there}\n`);
  });
  return lines.join("");
}

function wordsAt(lines: readonly string[] | undefined, line: number | null, column: number | null): string {
  return (lines?.[(line ?? 0) - 1] ?? "").slice(column ?? 0, (column ?? 0) + longest).trim();
}

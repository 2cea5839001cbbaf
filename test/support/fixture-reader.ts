import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { FileReader, ReadResult } from "../../src/compiler/project/file-reader.ts";

/**
 * Returns the reader of a fixture folder, which is the root of its project. Two things that no one would commit are
 * said in a first line instead: `# fixture: padded to <n> bytes` and `# fixture: every included file exists`.
 */
export function fixtureReader(folder: string): FileReader {
  let isEveryFileThere = false;
  const read = (path: string): ReadResult => {
    const full = join(folder, path);
    if (!full.startsWith(folder + sep)) return { kind: "outside" };
    const stats = statSync(full, { throwIfNoEntry: false });
    if (stats === undefined) {
      if (isEveryFileThere) return { kind: "text", text: "waybill: 1\n", id: path };
      return { kind: "missing", siblings: readdirSync(folder) };
    }
    if (stats.isDirectory()) return { kind: "unreadable", reason: "it is a folder" };
    const text = decode(readFileSync(full));
    if (text === undefined) return { kind: "not-utf8" };
    isEveryFileThere ||= text.startsWith("# fixture: every included file exists");
    const size = Number(/^# fixture: padded to (\d+) bytes/.exec(text)?.[1] ?? 0);
    return { kind: "text", text: text.padEnd(size, "\n"), id: full };
  };
  return { read };
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

import { dirname, join } from "node:path";
import { positionAt, type SourceFile, type Span } from "../../compiler/source/source-file.ts";
import { type History, type LastChange, noHistory } from "../../docs/change-of.ts";
import { openRepository, type Repository } from "../git.ts";

/** Who changed a line last, and when; `time` is infinite where that is not committed yet. */
interface Line {
  readonly author: string;
  readonly time: number;
}

/** Returns what git knows of the files of a waybill; nothing where they are in no repository. */
export function readHistory(entryPath: string, files: readonly SourceFile[]): History {
  const folder = dirname(entryPath);
  const repository = openRepository(folder);
  if (repository === undefined) return noHistory;
  const lines = new Map<string, readonly Line[]>();
  for (const { path } of files) {
    const blamed = blame(join(folder, path), repository);
    if (blamed !== undefined) lines.set(path, blamed);
  }
  const all = [...lines.values()].flat();
  return {
    owner: ownerOf(all),
    last: newest(all),
    changeOf({ file, start, end }: Span) {
      const own = lines.get(file.path) ?? [];
      const [first, last] = [start, Math.max(start, end - 1)].map((offset) => positionAt(file, offset).line);
      return newest(own.slice((first ?? 1) - 1, last));
    },
  };
}

/** Whoever wrote most of the lines that are there; of several the first by name. */
function ownerOf(lines: readonly Line[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { author, time } of lines) {
    if (Number.isFinite(time)) counts.set(author, (counts.get(author) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return most?.[0];
}

function newest(lines: readonly Line[]): LastChange | undefined {
  const [first] = [...lines].sort((a, b) => b.time - a.time);
  if (first === undefined) return undefined;
  if (!Number.isFinite(first.time)) return { date: undefined, author: undefined };
  return { date: new Date(first.time * 1000).toISOString().slice(0, 10), author: first.author };
}

/** Returns who changed each line of a file last; undefined where git does not know the file. */
function blame(path: string, { run }: Repository): readonly Line[] | undefined {
  const output = run(["blame", "--line-porcelain", "--", path])?.toString();
  if (output === undefined) return undefined;
  const lines: Line[] = [];
  let commit = "";
  let author = "";
  let time = 0;
  for (const text of output.split("\n")) {
    // The line itself begins with a tab and ends what is said of it.
    if (text.startsWith("\t")) lines.push({ author, time: /^0+$/.test(commit) ? Infinity : time });
    else if (/^[0-9a-f]{40,64} /.test(text)) commit = text.slice(0, text.indexOf(" "));
    else if (text.startsWith("author ")) author = text.slice("author ".length);
    else if (text.startsWith("author-time ")) time = Number(text.slice("author-time ".length));
  }
  return lines;
}

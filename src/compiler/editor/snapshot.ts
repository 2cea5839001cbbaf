/**
 * Takes: the path of an entry file, a way to read files, and the snapshot before. Gives: the waybill as it is now.
 * Guarantees: a snapshot never changes; a file whose text is that of the snapshot before is not parsed again, and its
 * tree is the very same. Holds no more than the files that the waybill has.
 */
import { type CheckResult, checkWaybill } from "../compile.ts";
import { type Parsed, parse } from "../frontend/parse.ts";
import type { FileReader } from "../project/file-reader.ts";

/** A waybill at one moment: its files as they were read, and what checking them found. */
export interface Snapshot extends CheckResult {
  readonly entry: string;
  /** The files that could be read, by their path. */
  readonly files: ReadonlyMap<string, Parsed>;
}

/** Returns the waybill as it is now; what did not change since `before` is taken from there. */
export function createSnapshot(entry: string, reader: FileReader, before?: Snapshot): Snapshot {
  const files = new Map<string, Parsed>();
  const result = checkWaybill(entry, reader, (file) => {
    const known = before?.files.get(file.path);
    const parsed = known?.file.text === file.text ? known : parse(file);
    files.set(file.path, parsed);
    return parsed;
  });
  return { ...result, entry, files };
}

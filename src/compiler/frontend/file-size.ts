import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { limits } from "./limits.ts";

/** Says whether a file is larger than a waybill may be, and reports it. */
export function isTooLarge(file: SourceFile, report: Report): boolean {
  const size = byteLength(file.text);
  if (size <= limits.bytes) return false;
  const [shown, limit] = [size, limits.bytes].map((bytes) => bytes.toLocaleString("en-US"));
  report("file-too-large", { file, start: 0, end: 1 }, { size: shown ?? size, limit: limit ?? limits.bytes });
  return true;
}

function byteLength(text: string): number {
  return text.length * 3 <= limits.bytes ? text.length : new TextEncoder().encode(text).length;
}

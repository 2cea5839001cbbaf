import { type CheckResult, checkWaybill } from "../../src/compiler/compile.ts";
import type { FileReader } from "../../src/compiler/project/file-reader.ts";

/** Returns the reader of files in memory, by path. */
export function memoryReader(files: Readonly<Record<string, string>>): FileReader {
  return {
    read(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text !== undefined) return { kind: "text", text, id: path };
      return path.startsWith("../") ? { kind: "outside" } : { kind: "missing", siblings: Object.keys(files) };
    },
  };
}

/** The name of a waybill that is given as text alone. */
export const entry = "loyalty.waybill.yaml";

/** Checks a waybill of one file. */
export function checkText(text: string): CheckResult {
  return checkWaybill(entry, memoryReader({ [entry]: text }));
}

/** Returns the codes of a waybill of one file, sorted. */
export function codesOf(text: string): readonly string[] {
  return checkText(text)
    .diagnostics.map(({ code }) => code)
    .sort();
}

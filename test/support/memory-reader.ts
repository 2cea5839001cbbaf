import type { FileReader } from "../../src/compiler/project/file-reader.ts";

/** Returns a reader over files in memory, by path. */
export function memoryReader(files: Readonly<Record<string, string>>): FileReader {
  return {
    read(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text === undefined) return { kind: "missing", siblings: Object.keys(files) };
      return { kind: "text", text, id: path };
    },
  };
}

/** What came of reading a file. `id` is the same for two paths to one file. */
export type ReadResult =
  | { readonly kind: "text"; readonly text: string; readonly id: string }
  | { readonly kind: "missing"; readonly siblings: readonly string[] }
  | { readonly kind: "outside" }
  | { readonly kind: "not-utf8" }
  | { readonly kind: "too-large"; readonly bytes: number }
  | { readonly kind: "unreadable"; readonly reason: string };

/** How the compiler reads files: the shells know the disk, the compiler does not. */
export interface FileReader {
  /**
   * Reads a file by its path relative to the entry file's folder, with `/` between folders. A file of more than
   * `mostBytes` (default: those of a waybill) is not read.
   */
  read(path: string, mostBytes?: number): ReadResult;
}

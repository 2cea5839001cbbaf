/** The text of one batch in an input, not yet read as JSON. */
export interface BatchText {
  /** The line of the input it starts on, from 1. */
  readonly line: number;
  /** The text without surrounding blanks; undefined where it is longer than {@link batchLimit}. */
  readonly bytes: Uint8Array | undefined;
}

/** The largest batch in bytes (`language.md` §1, the table of limits); a longer one is `malformed`. */
export const batchLimit = 16 * 1024 * 1024;

/** Cuts an input into batches, chunk by chunk. What is complete is given before anything is thrown. */
export interface Splitter {
  add(chunk: Buffer): Iterable<BatchText>;
  end(): Iterable<BatchText>;
}

/** An input that is not what its beginning promised. */
export class InputError extends Error {
  readonly code: "array_not_closed" | "array_syntax";
  readonly line: number;
  constructor(code: InputError["code"], line: number, message: string) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

/** Whether a byte is white space in JSON. */
export function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** The bytes without white space before them. */
export function trimBlanksBefore(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (isBlank(bytes[start])) start++;
  return start === 0 ? bytes : bytes.subarray(start);
}

/** The bytes without white space at both ends. */
export function trimBlanks(bytes: Uint8Array): Uint8Array {
  const begun = trimBlanksBefore(bytes);
  let end = begun.length;
  while (isBlank(begun[end - 1])) end--;
  return end === begun.length ? begun : begun.subarray(0, end);
}

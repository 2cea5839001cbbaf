/** Where the characters of a decoded text stand in the file that it was decoded from. */

/** Returns the offset in the file of an offset in the text; the text's length leads behind its last character. */
export type OffsetMap = (offset: number) => number;

/** A scalar of YAML as it stands in a file. */
export interface WrittenScalar {
  /** The file's text. */
  readonly source: string;
  /** Where its content begins, behind a quote or the header of a block, and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly escapes: "none" | "single quotes" | "backslash";
}

/**
 * Maps the text that YAML made of a scalar back to the file. YAML changes white space where lines are folded and
 * resolves escapes; every other character it keeps, in order, so that the two texts can be walked side by side.
 */
export function mapScalar(decoded: string, written: WrittenScalar): OffsetMap {
  const { source, start, end, escapes } = written;
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < decoded.length; index++) {
    at = skipFolding(source, at, end, escapes);
    const unit = decoded.charAt(index);
    const isEscape = escapes === "backslash" && source[at] === "\\";
    if (!isEscape && !isSpace(unit)) while (at < end && isSpace(source.charAt(at))) at++;
    at = skipFolding(source, at, end, escapes);
    offsets.push(at);
    const length = sourceLength(source, at, unit, escapes);
    // A character beyond the BMP takes two units of the text and may come from one escape.
    if (isEscape && source[at + 1] === "U" && isHighSurrogate(unit)) {
      offsets.push(at);
      index++;
    }
    at += length;
  }
  offsets.push(Math.min(end, Math.max(at, offsets.at(-1) ?? start)));
  return (offset) => offsets[Math.max(0, Math.min(offset, offsets.length - 1))] ?? start;
}

/** Returns how many characters of the file stand for one of the text. */
function sourceLength(source: string, at: number, unit: string, escapes: WrittenScalar["escapes"]): number {
  if (escapes === "backslash" && source[at] === "\\") return escapeLengths[source[at + 1] ?? ""] ?? 2;
  if (escapes === "single quotes" && unit === "'") return 2;
  if (!isSpace(unit)) return 1;
  return isSpace(source.charAt(at)) ? 1 : 0;
}

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** Skips a backslash at the end of a line, which joins it with the next. */
function skipFolding(source: string, at: number, end: number, escapes: WrittenScalar["escapes"]): number {
  if (escapes !== "backslash" || !/^\\\r?\n/.test(source.slice(at, at + 3))) return at;
  let next = at + 1;
  while (next < end && isSpace(source.charAt(next))) next++;
  return next;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}

function isHighSurrogate(unit: string): boolean {
  return unit >= "\ud800" && unit <= "\udbff";
}

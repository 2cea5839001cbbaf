import { batchLimit, trimBlanks, trimBlanksBefore } from "./batch-text.ts";
import { createStructure, endOfElement, type Structure } from "./structure.ts";

/** How an input holds its batches: NDJSON, one JSON array, or one batch over many lines. */
export type InputFormat = "lines" | "array" | "whole";

/** Finds the format from an input's beginning. It looks at the first line and one byte after it. */
export interface FormatFinder {
  /** The format, as soon as the chunks given so far decide it. */
  add(chunk: Uint8Array): InputFormat | undefined;
  /** The format of an input that ends here. */
  end(): InputFormat;
}

const lineFeed = 10;
const openArray = 0x5b;
const openObject = 0x7b;

/**
 * Returns a {@link FormatFinder}. A first line that is itself a complete array, with more lines after it, is
 * NDJSON (`[1,2,3]` is a malformed batch there); so is a first line that the second cannot go on from.
 */
export function createFormatFinder(limit: number = batchLimit): FormatFinder {
  const structure = createStructure();
  let first: number | undefined;
  let last: number | undefined;
  let lineEnded = false;
  let seen = 0;

  function atLineEnd(): InputFormat | undefined {
    if (structure.inString) return "lines";
    if (first === openArray) return structure.depth > 0 ? "array" : undefined;
    if (structure.depth === 0) return "lines";
    return last !== undefined && goesOn.has(last) ? "whole" : undefined;
  }

  function afterLine(rest: Uint8Array): InputFormat | undefined {
    const next = trimBlanks(rest)[0];
    if (next === undefined) return undefined;
    return first === openArray || next === openObject ? "lines" : "whole";
  }

  function unfinished(): InputFormat {
    if (first === openArray) return "array";
    return first === openObject && lineEnded ? "whole" : "lines";
  }

  function look(chunk: Uint8Array): InputFormat | undefined {
    if (lineEnded) return afterLine(chunk);
    const text = first === undefined ? trimBlanksBefore(chunk) : chunk;
    first ??= text[0];
    if (first === undefined) return undefined;
    if (first !== openObject && first !== openArray) return "lines";
    const end = text.indexOf(lineFeed);
    const line = end === -1 ? text : text.subarray(0, end);
    scan(structure, line);
    last = trimBlanks(line).at(-1) ?? last;
    if (end === -1) return undefined;
    lineEnded = true;
    return atLineEnd() ?? afterLine(text.subarray(end + 1));
  }

  return {
    add(chunk) {
      seen += chunk.length;
      return look(chunk) ?? (seen > limit ? unfinished() : undefined);
    },
    end: unfinished,
  };
}

/** Commas and brackets at depth 0 end an element of a list; here they are bytes like all others. */
function scan(structure: Structure, part: Uint8Array): void {
  let at = -1;
  while (at < part.length) at = endOfElement(structure, part, at + 1);
}

/** `[`, `,` and `:`, after which a `{` on the next line belongs to the same value. */
const goesOn: ReadonlySet<number> = new Set([0x5b, 0x2c, 0x3a]);

import { type BatchText, InputError, isBlank, type Splitter } from "./batch-text.ts";
import { createCarry } from "./carry.ts";
import { createStructure, endOfElement } from "./structure.ts";

const lineFeed = 10;
const comma = 0x2c;
const opening = 0x5b;
const closing = 0x5d;

/** Cuts a JSON array into its elements, holding one element at a time. */
export function splitArray(): Splitter {
  const carry = createCarry();
  const structure = createStructure();
  let place: "before" | "inside" | "after" = "before";
  let line = 1;
  let elementLine = 1;
  let elements = 0;

  /** Skips white space between elements. Inside one it may belong to a string. */
  function skipBlanks(chunk: Buffer, from: number): number {
    let at = from;
    for (; isBlank(chunk[at]); at++) if (chunk[at] === lineFeed) line++;
    return at;
  }

  /** Takes an element, or as much as is there; returns where to go on. */
  function* takeElement(chunk: Buffer, from: number): Generator<BatchText, number> {
    if (carry.size() === 0) elementLine = line;
    const end = endOfElement(structure, chunk, from);
    line += countLines(chunk, from, end);
    const stop = chunk[end];
    if (stop === undefined) {
      carry.add(chunk.subarray(from));
      return end;
    }
    if (stop !== comma && stop !== closing) {
      throw new InputError("array_syntax", line, "The array is closed with `}`");
    }
    const bytes = carry.take(chunk.subarray(from, end));
    if (stop === closing) place = "after";
    const isEmptyArray = stop === closing && elements === 0 && bytes?.length === 0;
    if (!isEmptyArray) {
      elements++;
      yield { line: elementLine, bytes };
    }
    return end + 1;
  }

  function enterArray(byte: number | undefined): void {
    if (place === "after") throw new InputError("array_syntax", line, "After the array there is more text");
    if (byte !== opening) throw new InputError("array_syntax", line, "An array was expected");
    place = "inside";
  }

  return {
    *add(chunk) {
      let at = 0;
      for (;;) {
        if (carry.size() === 0) at = skipBlanks(chunk, at);
        if (at === chunk.length) return;
        if (place === "inside") at = yield* takeElement(chunk, at);
        else enterArray(chunk[at++]);
      }
    },
    end() {
      if (place === "after") return [];
      const message = `The array has no end; batches before it breaks off: ${elements}`;
      throw new InputError("array_not_closed", line, message);
    },
  };
}

function countLines(chunk: Buffer, from: number, to: number): number {
  // The part alone: a search that goes on to the chunk's end for each element would be quadratic.
  const part = chunk.subarray(from, to);
  let count = 0;
  for (let at = part.indexOf(lineFeed); at !== -1; at = part.indexOf(lineFeed, at + 1)) count++;
  return count;
}

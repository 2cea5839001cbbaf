import type { BatchText, Splitter } from "./batch-text.ts";
import { createFormatFinder, type InputFormat } from "./input-format.ts";
import { splitArray } from "./split-array.ts";
import { splitLines } from "./split-lines.ts";
import { wholeText } from "./whole-text.ts";

/**
 * Reads batches one after another from an input in any of the three forms of `language.md` §6: NDJSON, one
 * batch, or a JSON array of batches. It holds one chunk and one batch at a time, however long the input is.
 * Throws an InputError after the last complete batch where an array breaks off.
 */
export async function* readBatches(stream: AsyncIterable<Uint8Array>): AsyncGenerator<BatchText> {
  const splitter = splitByFormat();
  for await (const chunk of withoutByteOrderMark(stream)) yield* splitter.add(chunk);
  yield* splitter.end();
}

const splitters: { readonly [format in InputFormat]: () => Splitter } = {
  lines: splitLines,
  array: splitArray,
  whole: wholeText,
};

/** Holds chunks back until the format is known, which at the latest is after 16 MiB. */
function splitByFormat(): Splitter {
  const finder = createFormatFinder();
  let held: Buffer[] = [];
  let splitter: Splitter | undefined;

  function* release(format: InputFormat): Iterable<BatchText> {
    splitter = splitters[format]();
    for (const chunk of held) yield* splitter.add(chunk);
    held = [];
  }

  return {
    *add(chunk) {
      if (splitter !== undefined) return yield* splitter.add(chunk);
      held.push(chunk);
      const format = finder.add(chunk);
      if (format !== undefined) yield* release(format);
    },
    *end() {
      if (splitter === undefined) yield* release(finder.end());
      if (splitter !== undefined) yield* splitter.end();
    },
  };
}

/** How long UTF-8's byte order mark is. */
const markLength = 3;

async function* withoutByteOrderMark(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of stream) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < markLength) continue;
    yield withoutMark(head);
    head = undefined;
  }
  if (head !== undefined) yield head;
}

function withoutMark(head: Buffer): Buffer {
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return hasMark ? head.subarray(markLength) : head;
}

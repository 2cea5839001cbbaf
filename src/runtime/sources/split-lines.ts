import type { BatchText, Splitter } from "./batch-text.ts";
import { createCarry } from "./carry.ts";

const lineFeed = 10;

/** Cuts NDJSON: one batch a line; blank lines are skipped. */
export function splitLines(): Splitter {
  const carry = createCarry();
  let line = 1;

  function* finish(last?: Uint8Array): Iterable<BatchText> {
    const bytes = carry.take(last);
    if (bytes === undefined || bytes.length > 0) yield { line, bytes };
  }

  return {
    *add(chunk) {
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
        yield* finish(chunk.subarray(start, end));
        line++;
        start = end + 1;
      }
      carry.add(chunk.subarray(start));
    },
    end: () => finish(),
  };
}

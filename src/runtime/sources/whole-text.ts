import type { Splitter } from "./batch-text.ts";
import { createCarry } from "./carry.ts";

/** Takes the whole input for one batch, written over many lines. */
export function wholeText(): Splitter {
  const carry = createCarry();
  return {
    add(chunk) {
      carry.add(chunk);
      return [];
    },
    end: () => [{ line: 1, bytes: carry.take() }],
  };
}

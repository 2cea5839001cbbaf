import { batchLimit, trimBlanks } from "./batch-text.ts";

/** The beginning of a text whose end is in a later chunk. It holds no more than one batch may be long. */
export interface Carry {
  /** How many bytes were added, kept or not. */
  size(): number;
  add(bytes: Uint8Array): void;
  /** The whole text, trimmed, and an empty carry; undefined where the text is too long. */
  take(last?: Uint8Array): Uint8Array | undefined;
}

const nothing = new Uint8Array(0);

/** Returns an empty {@link Carry}. */
export function createCarry(limit: number = batchLimit): Carry {
  let pieces: Uint8Array[] = [];
  let size = 0;
  return {
    size: () => size,
    add(bytes) {
      if (bytes.length === 0) return;
      size += bytes.length;
      if (size > limit) pieces = [];
      else pieces.push(bytes);
    },
    take(last = nothing) {
      const total = size + last.length;
      const whole = size === 0 || total > limit ? last : Buffer.concat([...pieces, last], total);
      pieces = [];
      size = 0;
      return total > limit ? undefined : trimBlanks(whole);
    },
  };
}

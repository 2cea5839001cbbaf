import type { Json } from "./json.ts";
import { readTape } from "./read-tape.ts";
import { root } from "./tape/tape.ts";
import { valueAt } from "./tape/values.ts";

/**
 * Returns the value of a JSON text; undefined if it is not JSON, nested too deep, or has a number beyond doubles.
 * `JSON.parse` rounds integers beyond 2^53, and mParticle's ids are signed 64-bit: here those are bigints (`language.md`
 * §4, "keep every digit").
 */
export function parseJson(text: string): Json | undefined {
  const tape = readTape(text);
  return tape && valueAt(tape, root);
}

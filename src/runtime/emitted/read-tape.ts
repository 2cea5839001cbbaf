import { parseMarked } from "./marked-integers.ts";
import { scan } from "./tape/scan.ts";
import { createTape, type Tape } from "./tape/tape.ts";
import { compactJson } from "./text.ts";

/** One batch is read at a time, and what is made of it are texts of their own. */
const tape = /* @__PURE__ */ createTape();

/**
 * Reads a JSON text; undefined if it is not JSON, nested too deep, or has a number beyond doubles. What is over such a
 * limit does not count where a later member of the same name replaces it: then what is left is read.
 */
export function readTape(text: string): Tape | undefined {
  const outcome = scan(tape, text);
  if (outcome !== "over a limit") return outcome === "read" ? tape : undefined;
  const left = parseMarked(text);
  return left !== undefined && scan(tape, compactJson(left)) === "read" ? tape : undefined;
}

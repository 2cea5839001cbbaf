import { isUtf8 } from "node:buffer";
import { type BatchText, InputError, trimBlanks } from "../batch-text.ts";
import { splitArray } from "../split-array.ts";
import { isNestedDeeper } from "./nesting.ts";
import { RefusedError, refusals } from "./refusal.ts";

/** Bounds of one body. */
export interface BodyBounds {
  /** How many batches it may hold. */
  readonly batches: number;
  /** How deep brackets may be nested in a batch; a parser or a writer further on is recursive. */
  readonly depth: number;
}

const openingBracket = 0x5b;

/**
 * Returns the batches of a body, one or an array of them, as the bytes that came. Throws a {@link RefusedError} for
 * what is beyond the bounds or cannot be cut. Whether each of them is JSON finds out who reads them, once.
 */
export function splitBody(body: Buffer, bounds: BodyBounds): readonly Uint8Array[] {
  const text = trimBlanks(body);
  const isArray = text[0] === openingBracket;
  if (isNestedDeeper(text, bounds.depth + (isArray ? 1 : 0))) throw new RefusedError(refusals.tooDeep);
  if (text.length === 0 || !isUtf8(text)) throw new RefusedError(refusals.notJson);
  return isArray ? splitElements(Buffer.from(text.buffer, text.byteOffset, text.length), bounds) : [text];
}

function splitElements(text: Buffer, bounds: BodyBounds): readonly Uint8Array[] {
  const elements: Uint8Array[] = [];
  for (const { bytes } of elementsOf(text)) {
    // An element that is longer than a batch may be has no bytes; the body's own bound is lower by default.
    if (bytes === undefined) throw new RefusedError(refusals.tooLarge);
    if (elements.length === bounds.batches) throw new RefusedError(refusals.tooMany);
    elements.push(bytes);
  }
  return elements;
}

function* elementsOf(text: Buffer): Generator<BatchText> {
  const splitter = splitArray();
  try {
    yield* splitter.add(text);
    yield* splitter.end();
  } catch (error) {
    if (error instanceof InputError) throw new RefusedError(refusals.notJson, { cause: error });
    throw error;
  }
}

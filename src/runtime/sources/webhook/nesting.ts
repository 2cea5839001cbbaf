import { endOfString, isClosing, isOpening, quote } from "../../json-scan.ts";

/** Whether brackets in JSON text are nested deeper than the limit. It reads bytes one by one: no depth is too deep. */
export function isNestedDeeper(text: Uint8Array, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] ?? 0;
    if (byte === quote) at = endOfString(text, at);
    else if (isOpening(byte)) {
      if (++depth > limit) return true;
    } else if (isClosing(byte)) depth--;
  }
  return false;
}

import { endOfString, isClosing, isOpening, quote } from "../json-scan.ts";

const name = Buffer.from('"timestamp_unixtime_ms"');

/**
 * Returns when a batch says that it was made, in milliseconds since 1970. The batch must be JSON: then its bytes say
 * where its own members are, and only the time is read.
 */
export function ownTime(batch: Uint8Array): number | undefined {
  const text = Buffer.from(batch.buffer, batch.byteOffset, batch.length);
  let time: number | undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] ?? 0;
    if (byte === quote) {
      const end = endOfString(text, at);
      // Where a name stands twice, the last one counts.
      if (depth === 1 && isName(text, at, end)) time = readTime(text, end + 1) ?? time;
      at = end;
    } else if (isOpening(byte)) depth++;
    else if (isClosing(byte)) depth--;
  }
  return time;
}

function isName(text: Buffer, from: number, end: number): boolean {
  return end - from + 1 === name.length && text.compare(name, 0, name.length, from, end + 1) === 0;
}

/** Reads the number or text after a name; undefined where there is none, as after a value of the same text. */
function readTime(text: Buffer, from: number): number | undefined {
  const found = /^\s*:\s*"?(\d+)"?\s*[,}]/.exec(text.toString("latin1", from, from + 64));
  const time = Number(found?.[1] ?? Number.NaN);
  return Number.isSafeInteger(time) ? time : undefined;
}

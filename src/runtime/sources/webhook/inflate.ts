import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { RefusedError, refusals } from "./refusal.ts";

/** Bounds of what a body becomes. */
export interface InflateBounds {
  /** Bytes of one body, before and after gzip. */
  readonly bytes: number;
  /** How many times larger than it came a body may become; what stays below a megabyte is not looked at. */
  readonly inflation: number;
}

const unpack = promisify(gunzip);
const smallest = 1024 * 1024;

/** Returns a body without its encoding. A small body that becomes a large one is a bomb, and stops at the bound. */
export async function inflate(
  body: Buffer,
  encoding: string | undefined,
  { bytes, inflation }: InflateBounds,
): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? "identity";
  if (name === "identity") return body;
  if (name !== "gzip" && name !== "x-gzip") throw new RefusedError(refusals.wrongType);
  const most = Math.min(bytes, Math.max(smallest, body.length * inflation));
  try {
    return await unpack(body, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new RefusedError(isTooLarge ? refusals.tooLarge : refusals.badEncoding, { cause: error });
  }
}

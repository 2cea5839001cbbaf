import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { FileError } from "../file-error.ts";
import type { Host } from "../host.ts";

/** The batches' input, open. */
export interface Input {
  /** As the user named it; messages begin with it. */
  readonly name: string;
  readonly stream: Readable;
}

const chunkSize = 1024 * 1024;

/** Opens a file, or standard input for `-`; throws a FileError where there is nothing to read. */
export async function openInput(name: string, host: Host): Promise<Input> {
  if (name === "-") return { name: "standard input", stream: host.stdin };
  try {
    const handle = await open(resolve(host.cwd, name));
    // Opening a folder works; reading it does not, and only then says so.
    if ((await handle.stat()).isDirectory()) await handle.read();
    return { name, stream: handle.createReadStream({ highWaterMark: chunkSize }) };
  } catch (error) {
    throw new FileError("read", name, error);
  }
}

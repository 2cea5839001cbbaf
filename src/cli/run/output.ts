import { once } from "node:events";
import type { Writable } from "node:stream";
import { FileError } from "../file-error.ts";

/** Text on its way to a stream, written in large chunks. */
export interface Output {
  /** Takes text; resolves when the stream has room again. */
  write(text: string): Promise<void> | undefined;
  flush(): Promise<void>;
  /** Whether the reader has gone (`| head`): then there is nothing left to do, and nothing wrong. */
  isClosed(): boolean;
}

const chunkLength = 64 * 1024;

/** Returns an {@link Output} to standard output. Errors other than a closed pipe are thrown as FileErrors. */
export function createOutput(stream: Writable): Output {
  let text = "";
  let isClosed = false;
  let failure: Error | undefined;

  stream.on("error", (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code !== "EPIPE") failure = error;
  });

  async function flush(): Promise<void> {
    const chunk = text;
    text = "";
    if (chunk === "" || isClosed || stream.write(chunk)) return check();
    // `once` rejects on an error, which the listener above has seen. The one that was in vain stops listening.
    const waiting = new AbortController();
    const { signal } = waiting;
    const settled = Promise.race([once(stream, "drain", { signal }), once(stream, "close", { signal })]);
    await settled.catch(() => undefined);
    waiting.abort();
    check();
  }

  function check(): void {
    if (failure !== undefined) throw new FileError("write", "standard output", failure);
  }

  return {
    write(more) {
      text += more;
      return text.length < chunkLength ? undefined : flush();
    },
    flush,
    isClosed: () => isClosed,
  };
}

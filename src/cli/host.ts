import type { Readable, Writable } from "node:stream";

/** The outside as a command sees it; tests pass one of their own. */
export interface Host {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Calls the listener on Ctrl-C or SIGTERM until the returned function is called. */
  onInterrupt(listener: () => void): () => void;
}

/** The host of the running process. */
export function processHost(): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    // Made when somebody reads: most commands never do, and making it takes time.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    onInterrupt(listener) {
      process.on("SIGINT", listener);
      process.on("SIGTERM", listener);
      return () => {
        process.off("SIGINT", listener);
        process.off("SIGTERM", listener);
      };
    },
  };
}

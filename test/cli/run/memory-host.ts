import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { Host } from "../../../src/cli/host.ts";

/** A host in memory with a folder of its own, and what was written to it. */
export interface MemoryHost extends Host {
  out(): string;
  err(): string;
  interrupt(): void;
  remove(): Promise<void>;
}

interface Options {
  readonly stdin?: Readable | string;
  readonly env?: Host["env"];
  readonly stdout?: Writable;
  readonly isTTY?: boolean;
}

export async function createMemoryHost({
  stdin = "",
  env = {},
  stdout,
  isTTY,
}: Options = {}): Promise<MemoryHost> {
  const cwd = await mkdtemp(join(tmpdir(), "waybill-run-"));
  const out = collect();
  const err = collect();
  const listeners = new Set<() => void>();
  return {
    cwd,
    env,
    stdin: typeof stdin === "string" ? Readable.from([Buffer.from(stdin)]) : stdin,
    stdout: stdout ?? out.stream,
    stderr: Object.assign(err.stream, { isTTY: isTTY ?? false }),
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    out: out.text,
    err: err.text,
    interrupt() {
      for (const listener of listeners) listener();
    },
    remove: () => rm(cwd, { recursive: true }),
  };
}

function collect() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join("") };
}

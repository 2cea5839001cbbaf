import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** A service that runs as a process of its own. */
export interface ServiceProcess {
  readonly pid: number;
  readonly batches: string;
  readonly admin: string;
  /** What it has logged so far. */
  lines(): readonly { readonly level: string; readonly msg: string }[];
  /** All that it has written so far, in both streams. */
  output(): string;
  signal(name: NodeJS.Signals): void;
  /** Sends SIGTERM; gives the exit status and how long it took. */
  stop(): Promise<{ readonly status: number | null; readonly milliseconds: number }>;
}

/** The value of `Authorization` in these tests. */
export const authorization = "Bearer made-up-for-tests";

/** Starts a service on free ports, with a data folder below its folder, and waits until it listens. */
export function startServiceProcess(
  command: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const own = ["--port", "0", "--admin-port", "0", "--mix-environments", "--data-dir", "data"];
  return startCommand([process.execPath, ...command, ...own], folder, {
    ...process.env,
    // The artefact's own dependency is not installed in a temporary folder.
    NODE_PATH: resolve("node_modules"),
    WAYBILL_AUTHORIZATION: authorization,
    ...env,
  });
}

/** Starts a program that is a service, in an environment of its own, and waits until it listens. */
export async function startCommand(
  [program = "", ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServiceProcess> {
  const child = spawn(program, args, { cwd, env });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    output.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output.err += chunk.toString();
  });
  const lines = () =>
    output.out
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map(parseLine);
  const started = await waitFor(() => lines().find(({ msg }) => msg === "started"), child, output);
  return {
    pid: child.pid ?? 0,
    batches: String(started["batches"]),
    admin: String(started["admin"]),
    lines,
    output: () => output.out + output.err,
    signal: (name) => void child.kill(name),
    async stop() {
      const startedAt = performance.now();
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
      return { status: child.exitCode, milliseconds: performance.now() - startedAt };
    },
  };
}

interface Line {
  readonly level: string;
  readonly msg: string;
  readonly [key: string]: unknown;
}

function parseLine(text: string): Line {
  return JSON.parse(text);
}

async function waitFor<Value>(
  find: () => Value | undefined,
  child: ChildProcess,
  output: { readonly err: string },
): Promise<Value> {
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`The service ended: ${output.err}`);
    await new Promise((resolvePromise) => setTimeout(resolvePromise, 20));
  }
}

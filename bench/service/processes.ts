/** The service as `build --target node` writes it, and a sandbox, each in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type ServiceProcess, startServiceProcess } from "../../test/targets/service-process.ts";
import { waybill } from "./batches.ts";

/** Where a benchmark keeps its files, with the built service in it. */
export interface Place {
  readonly folder: string;
  remove(): void;
}

const cli = resolve("bin/waybill.cjs");

/** Builds the service into a folder of its own: under BENCH_DIR where that is set, so that a certain disk is measured. */
export async function buildService(): Promise<Place> {
  const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "waybill-bench-"));
  writeFileSync(join(folder, "bench.waybill.yaml"), waybill);
  const args = [cli, "build", "bench.waybill.yaml", "--target", "node", "--out", "."];
  const [status] = await once(spawn(process.execPath, args, { cwd: folder, stdio: "inherit" }), "close");
  if (status !== 0) throw new Error("The service could not be built.");
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A SessionM stand-in that creates members as they come. */
export interface SandboxProcess {
  readonly url: string;
  /** How many requests it has taken since it was reset. */
  requests(): Promise<number>;
  reset(): Promise<void>;
  stop(): void;
}

/** Starts a sandbox, with faults where they are named. */
export async function startSandboxProcess(faults: readonly string[] = []): Promise<SandboxProcess> {
  const args = ["sandbox", "--port", "0", "--quiet", "--switch", "missing_user_on_profile=upsert"];
  const child = spawn(process.execPath, [cli, ...args, ...faults.flatMap((fault) => ["--fault", fault])], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await firstMatch(child, /http:\/\/127\.0\.0\.1:\d+/);
  return {
    url,
    async requests() {
      const answer = await fetch(`${url}/sandbox`);
      // What the sandbox's own page says.
      const { counts } = (await answer.json()) as { readonly counts: { readonly requests: number } };
      return counts.requests;
    },
    async reset() {
      await fetch(`${url}/sandbox/reset`, { method: "POST" });
    },
    stop: () => void child.kill(),
  };
}

/** Returns the first text of a process's output that matches. */
export async function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  if (child.stdout === null) throw new Error("The process writes nowhere.");
  for await (const line of createInterface(child.stdout)) {
    const found = pattern.exec(line)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error("The process ended.");
}

/** Starts the built service; it delivers to the address. */
export function startService(
  { folder }: Place,
  sessionm: string,
  args: readonly string[] = [],
): Promise<ServiceProcess> {
  return startServiceProcess(["service.cjs", ...args], folder, {
    SESSIONM_HOST: sessionm,
    SESSIONM_API_KEY: "sandbox-key",
    SESSIONM_API_SECRET: "sandbox-secret",
  });
}

/** Returns the processor time that a process has used, in microseconds. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  // User and system time in ticks of 10 ms; the name before may hold spaces, so they count from its end.
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import type { TestBatch } from "./forwarder.ts";

/** How SessionM answers one attempt. */
export type Answer = "ok" | "error" | "reset" | "slow_down" | "refused" | "hang";

/** Something that SessionM took, for the first time under its id or again. */
export interface Taken {
  readonly member: string;
  readonly body: string;
  readonly messageId: string;
  readonly answer: Answer;
}

/** SessionM as the oracle sees it: it knows every attempt. */
export interface Oracle {
  readonly origin: string;
  readonly taken: Taken[];
  /** The answers that a data point gets, by a text that its body holds; then `ok`. */
  readonly scripts: Map<string, Answer[]>;
  close(): Promise<void>;
}

/** Starts a SessionM that answers by scripts, after so many milliseconds. */
export async function startOracle(milliseconds = 0): Promise<Oracle> {
  const taken: Taken[] = [];
  const scripts = new Map<string, Answer[]>();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const key = /"transaction_id":"([^"]*)"|"name":"([^"]*)"/.exec(body);
    const answer = scripts.get(key?.[1] ?? key?.[2] ?? "")?.shift() ?? "ok";
    const member = /users\/([^/]+)/.exec(request.url ?? "")?.[1] ?? "";
    taken.push({ member, body, messageId: String(request.headers["message-id"]), answer });
    if (milliseconds > 0) await sleep(milliseconds);
    if (answer === "hang") return;
    if (answer === "reset") return void request.socket.destroy();
    const [status, text] = answers[answer];
    response.writeHead(status, { "content-type": "application/json" }).end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    taken,
    scripts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const answers: Readonly<Record<Exclude<Answer, "reset" | "hang">, readonly [number, string]>> = {
  ok: [200, '{"status":"ok"}'],
  error: [500, '{"status":"error","errors":{"code":"internal_server_error"}}'],
  slow_down: [429, "{}"],
  refused: [200, '{"status":"error","errors":{"code":"validation"}}'],
};

/** A service in a process of its own. */
export interface Service {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  /** The ids of the batches that it said are kept. */
  readonly acknowledged: Set<string>;
  send(batch: TestBatch): void;
  write(line: string): void;
  readonly ended: Promise<unknown>;
}

/** Starts the service of `service-process.ts`, after the command of `under`, such as a tracer. */
export async function startService(
  program: string,
  env: Readonly<Record<string, string>>,
  under: readonly string[] = [],
): Promise<Service> {
  const [command = process.execPath, ...rest] = [...under, process.execPath, program];
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "inherit"] });
  // A killed process reads no more.
  child.stdin.on("error", () => {});
  const acknowledged = new Set<string>();
  const ended = once(child, "exit");
  const lines = createInterface(child.stdout);
  const ready = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      if (line === "ready") resolve();
      else acknowledged.add(line.slice("ack ".length));
    });
  });
  await Promise.race([ready, ended]);
  const write = (line: string) => void child.stdin.write(`${line}\n`);
  return { child, acknowledged, write, send: (batch) => write(JSON.stringify(batch)), ended };
}

/** Bundles the service once, so that it starts fast, and gives a folder for everything. */
export async function prepareService(): Promise<{ folder: string; program: string; clean: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "waybill-service-"));
  // Inside the package, where its modules are found.
  const program = join("node_modules", ".cache", `waybill-service-${process.pid}-${Date.now()}.mjs`);
  await build({
    entryPoints: ["test/runtime/queue/service-process.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    packages: "external",
    outfile: program,
    logLevel: "error",
  });
  const clean = () => {
    rmSync(program);
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, program, clean };
}

/** What taking batches in costs at least: Fastify, and one file that bodies are appended to and synced in groups. */
import { spawn } from "node:child_process";
import { closeSync, fdatasync, openSync, writevSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fastify from "fastify";
import { firstMatch } from "./processes.ts";

const syncData = promisify(fdatasync);
const self = fileURLToPath(import.meta.url);

/** A bare server in a process of its own. */
export interface BareServer {
  readonly batches: string;
  stop(): void;
}

/** Starts a bare server that writes to a file. */
export async function startBareServer(file: string): Promise<BareServer> {
  const child = spawn(process.execPath, ["--import", "tsx", self, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await firstMatch(child, /http:\/\/127\.0\.0\.1:\d+/);
  return { batches: `${url}/batches`, stop: () => void child.kill() };
}

async function serve(file: string): Promise<void> {
  const log = openSync(file, "a");
  let waiting: { readonly body: Buffer; readonly resolve: () => void }[] = [];
  let isBusy = false;

  async function flush(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      writevSync(
        log,
        group.map(({ body }) => body),
      );
      await syncData(log);
      for (const { resolve } of group) resolve();
    }
    isBusy = false;
  }

  const server = fastify();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  server.post<{ Body: Buffer }>("/batches", async ({ body }, reply) => {
    await new Promise<void>((resolve) => {
      waiting.push({ body, resolve });
      setImmediate(flush);
    });
    return reply.code(202).send({ accepted: 1, duplicates: 0 });
  });
  console.log(await server.listen({ port: 0, host: "127.0.0.1" }));
  process.once("SIGTERM", () => {
    closeSync(log);
    process.exit(0);
  });
}

const [, script, file] = process.argv;
if (script === self && file !== undefined) await serve(file);

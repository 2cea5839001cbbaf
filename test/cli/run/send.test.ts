import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import type { Forwarder } from "../../../src/cli/forwarder.ts";
import { openInput } from "../../../src/cli/run/input.ts";
import type { RunOptions } from "../../../src/cli/run/options.ts";
import { runSend } from "../../../src/cli/run/send.ts";
import { createMemoryHost, type MemoryHost } from "./memory-host.ts";
import { plainForwarder, runOptions } from "./plain-forwarder.ts";

const apiKey = "canary-key-5f1c";
const apiSecret = "canary-secret-9e2d";

const ending: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ending.splice(0)) await end();
});

type Respond = (request: IncomingMessage, body: string) => readonly [status: number, body: object | string];

/** Starts a server that answers each request with a status and a body. */
async function listen(respond: Respond): Promise<string> {
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const [status, body] = respond(request, Buffer.concat(chunks).toString());
    response.writeHead(status, { "retry-after": "0" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ending.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen.");
  return `http://127.0.0.1:${address.port}`;
}

interface Run {
  readonly host: MemoryHost;
  readonly status: Promise<number>;
  /** Everything that was shown or written. */
  everything(): Promise<string>;
  deadLetters(): Promise<readonly Record<string, unknown>[]>;
}

async function start(
  respond: Respond,
  stdin: string | PassThrough,
  options: Partial<RunOptions> = {},
  forwarder: Forwarder = plainForwarder(),
): Promise<Run> {
  const env = {
    SESSIONM_HOST: await listen(respond),
    SESSIONM_API_KEY: apiKey,
    SESSIONM_API_SECRET: apiSecret,
  };
  const host = await createMemoryHost({ stdin, env });
  ending.push(host.remove);
  const file = resolve(host.cwd, options.deadLetters ?? runOptions.deadLetters);
  const letters = () => readFile(file, "utf8").catch(() => "");
  return {
    host,
    status: runSend(
      forwarder,
      await openInput("-", host),
      { ...runOptions, action: "send", ...options },
      host,
    ),
    everything: async () => [host.out(), host.err(), await letters()].join("\n"),
    deadLetters: async () =>
      (await letters())
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  };
}

const ok = [200, { status: "ok" }] as const;
const refused = [200, { status: "error", errors: { code: "VALIDATION", message: apiSecret } }] as const;

test("delivers, names the host first, and sums up", async () => {
  const paths: string[] = [];
  const respond: Respond = ({ url = "" }) => {
    paths.push(url);
    return ok;
  };
  const { host, status } = await start(
    respond,
    '{"id":"a","name":"Pat","events":2}\n{"id":"b","events":1}\n{}',
  );
  expect(await status).toBe(0);
  expect(host.err()).toBe(`Sending to ${host.env["SESSIONM_HOST"]}\n`);
  expect(paths.filter((path) => path.includes("/users/a"))).toEqual([
    `/priv/v1/apps/${apiKey}/external/users/a`,
    `/priv/v1/apps/${apiKey}/external/users/a/events`,
    `/priv/v1/apps/${apiKey}/external/users/a/events`,
  ]);
  expect(host.out().split("\n").slice(0, 3)).toEqual([
    "3 batches · 4 requests",
    "  delivered      4   profile 1   events 3",
    "  dropped        1   not_logged_in 1",
  ]);
  expect(host.out()).toMatch(/^\d+\.\d s · 0 retries · p50 \d+ ms · p99 \d+ ms$/m);
  await expect(stat(join(host.cwd, ".waybill"))).rejects.toThrow("ENOENT");
});

test("writes dead letters only the user may read, without credentials", async () => {
  const respond: Respond = ({ method }) => (method === "PUT" ? refused : ok);
  const run = await start(respond, '{"id":"a","name":"Pat","events":1}');
  expect(await run.status).toBe(3);
  expect(await run.deadLetters()).toEqual([
    {
      reason: "validation",
      may_retry: "after_change",
      code: "validation",
      status: 200,
      attempts: 1,
      file: "plain.waybill.yaml",
      line: 5,
      batch: "batch-of-a",
      position: -1,
      request: {
        method: "PUT",
        path: "/priv/v1/apps/{api_key}/external/users/a",
        message_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        body: { user: { first_name: "Pat" } },
      },
    },
  ]);
  expect(run.host.out()).toContain("  dead letters   1   validation 1   → .waybill/dead-letters.ndjson\n");
  const folder = join(run.host.cwd, ".waybill");
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, "dead-letters.ndjson"))).mode & 0o777).toBe(0o600);
  expect(await run.everything()).not.toMatch(/canary/);
});

test("retries what may be retried, and counts it", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  let count = 0;
  const respond: Respond = () => (count++ === 0 ? [503, "busy"] : ok);
  const { host, status } = await start(respond, '{"id":"a","events":1}', { json: true });
  expect(await status).toBe(0);
  expect(JSON.parse(host.out())).toMatchObject({ delivered: { event: 1 }, retries: 1, undelivered: {} });
});

test.each([
  [
    401,
    { status: "error", errors: { code: apiKey } },
    "401. Check SESSIONM_API_KEY and SESSIONM_API_SECRET.",
  ],
  [
    403,
    { status: "error", errors: { code: "ACCESS_DENIED" } },
    "403 (access_denied). Check SESSIONM_API_KEY and",
  ],
  [302, "", "302. Check SESSIONM_HOST."],
])("stops at %i, says why, and keeps what was not sent", async (http, body, message) => {
  const stdin = new PassThrough();
  stdin.write('{"id":"a","events":3}\n'.repeat(2));
  const run = await start(() => [http, body], stdin, { concurrency: 1 });
  // The input does not end: the run must not wait for more.
  expect(await run.status).toBe(3);
  expect(run.host.err()).toContain(`Stopped: SessionM answered ${message}`);
  const reasons = (await run.deadLetters()).map(({ reason }) => reason);
  expect(reasons[0]).toBe("configuration");
  expect(new Set(reasons.slice(1))).toEqual(new Set(["stopped"]));
  expect(run.host.out()).toContain("  not sent");
  expect(await run.everything()).not.toMatch(/canary/);
});

test("finishes what is in flight when it is interrupted, and reports", async () => {
  const stdin = new PassThrough();
  stdin.write('{"id":"a","events":3}\n');
  const respond: Respond = () => {
    run.host.interrupt();
    return ok;
  };
  const run = await start(respond, stdin);
  expect(await run.status).toBe(3);
  expect(run.host.err()).toContain("Interrupted");
  expect(run.host.err()).toContain("The input was not read to its end.");
  expect(run.host.out()).toContain("  delivered      1 ");
  expect((await run.deadLetters()).map(({ reason, may_retry }) => [reason, may_retry])).toEqual([
    ["stopped", "anyone"],
    ["stopped", "anyone"],
  ]);
});

test("exits with 1 for input that is not JSON when all else was delivered, and with 3 when not", async () => {
  const fine = await start(() => ok, 'oops\n{"id":"a","events":1}');
  expect(await fine.status).toBe(1);
  const both = await start(() => refused, 'oops\n{"id":"a","events":1}');
  expect(await both.status).toBe(3);
});

test("adds to dead letters that are there", async () => {
  const run = await start(() => refused, '{"id":"a","events":1}', { deadLetters: "letters.ndjson" });
  await writeFile(join(run.host.cwd, "letters.ndjson"), '{"reason":"earlier"}\n');
  await run.status;
  expect((await run.deadLetters()).map(({ reason }) => reason)).toEqual(["earlier", "validation"]);
});

test("says that dead letters cannot be written, and sends nothing more", async () => {
  let count = 0;
  const respond: Respond = () => {
    count++;
    return refused;
  };
  const run = await start(respond, '{"id":"a","events":9}', { deadLetters: "." });
  expect(await run.status).toBe(3);
  expect(run.host.err()).toContain("Stopped: the run cannot go on.\nCannot write `.`: it is a folder.\n");
  expect(run.host.out()).toContain("validation 1");
  expect(count).toBe(1);
});

test("dead letters whose folder cannot be made stop the run too, and do not keep it busy", {
  skip: !existsSync("/proc/self"),
}, async () => {
  const run = await start(() => refused, '{"id":"a","events":9}', {
    deadLetters: "/proc/x/y/letters.ndjson",
  });
  expect(await run.status).toBe(3);
  expect(run.host.err()).toContain(
    "Stopped: the run cannot go on.\nCannot make `/proc/x`: no folder can be made there.\n",
  );
});

test("names every variable that is missing, and sends nothing", async () => {
  const host = await createMemoryHost({ env: { SESSIONM_API_KEY: apiKey } });
  ending.push(host.remove);
  await writeFile(join(host.cwd, ".env"), "SESSIONM_HOST=api.sessionm.test\nSESSIONM_API_KEY=other\n");
  const options = { ...runOptions, envFile: ".env" };
  expect(await runSend(plainForwarder(), await openInput("-", host), options, host)).toBe(1);
  expect(host.err()).toBe(
    "The environment variable `SESSIONM_API_SECRET` (`connection.api_secret`) is not set.\n",
  );
});

test("takes from an env file what the environment does not set", async () => {
  const paths: string[] = [];
  const origin = await listen(({ url = "" }) => {
    paths.push(url);
    return ok;
  });
  const host = await createMemoryHost({ stdin: '{"id":"a","events":1}', env: { SESSIONM_API_KEY: "real" } });
  ending.push(host.remove);
  await writeFile(
    join(host.cwd, ".env"),
    `SESSIONM_HOST="${origin}"\nSESSIONM_API_KEY=file\nSESSIONM_API_SECRET=s3cr3t\n`,
  );
  const options = { ...runOptions, envFile: ".env" };
  expect(await runSend(plainForwarder(), await openInput("-", host), options, host)).toBe(0);
  expect(paths).toEqual(["/priv/v1/apps/real/external/users/a/events"]);
});

test("names an env file that is not there", async () => {
  const host = await createMemoryHost();
  ending.push(host.remove);
  const run = runSend(plainForwarder(), await openInput("-", host), { ...runOptions, envFile: ".env" }, host);
  await expect(run).rejects.toThrow("Cannot read `.env`: there is no such file.");
});

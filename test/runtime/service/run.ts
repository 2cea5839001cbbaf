import { expect, onTestFinished } from "vitest";
import { runService, type ServiceBuild } from "../../../src/runtime/service/run-service.ts";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { bytesOf, testForwarder } from "../queue/forwarder.ts";

/** The value of `Authorization` in these tests. */
export const authorization = "Bearer made-up-for-tests";

/** A build of the test forwarder. */
export const build: ServiceBuild = {
  ...testForwarder(),
  settings: {
    name: "loyalty",
    connection: {
      host: { env: "SESSIONM_HOST" },
      apiKey: { env: "SESSIONM_API_KEY" },
      apiSecret: { env: "SESSIONM_API_SECRET" },
    },
    send: "changed",
    missingUsers: "hold",
  },
  environments: ["development"],
  version: "0.0.0",
};

/** Starts a sandbox that knows the member `m`; the end of the test stops it. */
export async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, users: [{ external_id: "m" }] });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** The variables of a service that delivers to a sandbox. */
export const envOf = ({ url, apiKey, apiSecret }: Pick<Sandbox, "url" | "apiKey" | "apiSecret">) => ({
  SESSIONM_HOST: url,
  SESSIONM_API_KEY: apiKey,
  SESSIONM_API_SECRET: apiSecret,
  WAYBILL_AUTHORIZATION: authorization,
});

/** A service that runs in this process. */
export interface Run {
  readonly ended: Promise<number>;
  readonly exits: readonly number[];
  out(): string;
  err(): string;
  interrupt(): void;
  /** Waits until the service listens. */
  urls(): Promise<{ readonly batches: string; readonly admin: string }>;
}

/** Runs a service until it is interrupted. */
export function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { folder = temporaryFolder(), stopMilliseconds = 18_000, served = build } = {},
): Run {
  const output = { out: "", err: "" };
  const exits: number[] = [];
  let interrupt = () => {};
  const ended = runService(served, ["--port", "0", "--admin-port", "0", ...args], {
    cwd: folder,
    env,
    stdout: { write: (text) => (output.out += text) },
    stderr: { write: (text) => (output.err += text) },
    onInterrupt(listener) {
      interrupt = listener;
      return () => {};
    },
    onReload: () => () => {},
    exit: (status) => void exits.push(status),
    stopMilliseconds,
  });
  const started = () => output.out.split("\n").find((line) => line.includes('"msg":"started"'));
  return {
    ended,
    exits,
    out: () => output.out,
    err: () => output.err,
    interrupt: () => interrupt(),
    async urls() {
      await expect.poll(started, { timeout: 10_000 }).toBeDefined();
      return JSON.parse(started() ?? "");
    },
  };
}

/** A batch of the member `m` with one event. */
export const purchase = (id: string) => Buffer.from(bytesOf({ id, member: "m", events: [`t-${id}`] }));
/** The headers of a POST. */
export const headers = { authorization, "content-type": "application/json" };

/** POSTs a body, and gives the status. */
export async function post(url: string, body: Buffer): Promise<number> {
  return (await fetch(url, { method: "POST", headers, body: new Uint8Array(body) })).status;
}

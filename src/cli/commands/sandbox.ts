import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import pico from "picocolors";
import { parseJson } from "../../sandbox/json.ts";
import { renderRequest } from "../../sandbox/log.ts";
import { parseScript } from "../../sandbox/parse-script.ts";
import { isProblem, type Problem } from "../../sandbox/problem.ts";
import type { RequestRecord } from "../../sandbox/request-record.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/sandbox.ts";
import type { Command } from "../command.ts";
import { exit } from "../exit.ts";
import type { Host } from "../host.ts";
import { readSandboxFlags, sandboxUsage } from "../sandbox/flags.ts";

/** `waybill sandbox`: runs a SessionM stand-in until it is interrupted. */
export const sandboxCommand: Command = {
  usage: sandboxUsage,
  async run(args, host) {
    const flags = readSandboxFlags(args);
    const script = flags.script === undefined ? [] : await readScript(resolve(host.cwd, flags.script));
    if (isProblem(script)) return fail(host, script);
    const onRequest = flags.quiet ? () => {} : requestPrinter(host);
    const sandbox = await start({ ...flags.options, script, onRequest });
    if (isProblem(sandbox)) return fail(host, sandbox);
    host.stdout.write(renderStart(sandbox));
    await interruption(host);
    const { requests, users, events } = sandbox.state.counts();
    await sandbox.close();
    host.stdout.write(`\nstopped · requests ${requests} · users ${users} · events ${events}\n`);
    return exit.fine;
  },
};

function requestPrinter({ stdout, env }: Host) {
  const paint = pico.createColors(stdout.isTTY === true && !env["NO_COLOR"]);
  return (record: RequestRecord) =>
    void stdout.write(`${renderRequest(record, paint, stdout.columns ?? 160)}\n`);
}

async function readScript(path: string): Promise<ReturnType<typeof parseScript>> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { problem: `${path} cannot be read.` };
  const json = parseJson(text);
  return json === undefined ? { problem: `${path} is not JSON.` } : parseScript(json);
}

async function start(sandboxOptions: SandboxOptions): Promise<Sandbox | Problem> {
  try {
    return await startSandbox(sandboxOptions);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const { port } = sandboxOptions;
    if (code === "EADDRINUSE") {
      return {
        problem: `Port ${port} is in use.`,
        hint: "Choose another with `--port`; 0 takes a free one.",
      };
    }
    if (code === "EACCES") {
      return { problem: `Port ${port} is not allowed.`, hint: "Choose one above 1023 with `--port`." };
    }
    throw error;
  }
}

function fail(host: Host, { problem, hint }: Problem): number {
  host.stderr.write(`${[problem, hint].filter(Boolean).join(" ")}\n`);
  return exit.problems;
}

function renderStart({ url, apiKey, apiSecret, state }: Sandbox): string {
  const mayCreate = state.switches().missing_user_on_profile === "upsert";
  const advice =
    state.counts().users > 0 || mayCreate
      ? ""
      : "There is no user yet: --users names some, --switch missing_user_on_profile=upsert creates them.\n";
  return `SessionM sandbox on ${url}, API key ${apiKey}, API secret ${apiSecret}

SESSIONM_HOST=${url}
SESSIONM_API_KEY=${apiKey}
SESSIONM_API_SECRET=${apiSecret}

What it holds: ${url}/sandbox · Ctrl-C stops it
${advice}
`;
}

function interruption(host: Host): Promise<void> {
  return new Promise((resolvePromise) => {
    const stop = host.onInterrupt(() => {
      stop();
      resolvePromise();
    });
  });
}

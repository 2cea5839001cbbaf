import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { sandboxCommand } from "../../src/cli/commands/sandbox.ts";
import { exit, UsageError } from "../../src/cli/exit.ts";
import type { Host } from "../../src/cli/host.ts";
import { switchList } from "../../src/sandbox/switches.ts";

const authorization = `Basic ${Buffer.from("my-key:my-secret").toString("base64")}`;

/** Runs the command until `during` is over, then interrupts it. */
async function run(
  args: readonly string[],
  during: (url: string) => Promise<unknown>,
  { cwd = "/", env = {}, isTTY = false }: Partial<Pick<Host, "cwd" | "env">> & { isTTY?: boolean } = {},
) {
  const stdout = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
  const stderr = new PassThrough({ encoding: "utf8" });
  const interruption = new AbortController();
  const host: Host = {
    cwd,
    env,
    stdin: Readable.from([]),
    stdout,
    stderr,
    onInterrupt(listener) {
      interruption.signal.addEventListener("abort", listener);
      return () => interruption.signal.removeEventListener("abort", listener);
    },
  };
  const finished = sandboxCommand.run(args, host);
  const ended = finished.then(() => undefined);
  const first = await Promise.race([once(stdout, "readable"), ended]);
  let out = "";
  if (first !== undefined) {
    out = String(stdout.read());
    await during(/^SESSIONM_HOST=(.*)$/m.exec(out)?.[1] ?? "");
    interruption.abort();
  }
  const status = await finished;
  return { status, out: out + String(stdout.read() ?? ""), error: String(stderr.read() ?? "") };
}

const nothing = async () => {};

test("it prints how to reach it, one line per request, and a sum when it is interrupted", async () => {
  const args = [
    "--port",
    "0",
    "--api-key",
    "my-key",
    "--api-secret",
    "my-secret",
    "--users",
    "7310000000000000001",
  ];
  const { status, out, error } = await run(args, async (url) => {
    const user = `${url}/priv/v1/apps/my-key/external/users/7310000000000000001`;
    const headers = { authorization, "message-id": "m-1" };
    const profile = { user: { first_name: "Ana", user_profile: { tier: "gold", store: "0042" } } };
    await fetch(user, { method: "PUT", headers, body: JSON.stringify(profile) });
    await fetch(user, { method: "PUT", headers, body: JSON.stringify(profile) });
    const events = { purchase: { context: { amount: "12.50", note: "\u001b[31m" } } };
    await fetch(`${user}/events`, {
      method: "POST",
      headers: { authorization },
      body: JSON.stringify({ events }),
    });
    await fetch(`${user.slice(0, -1)}2`, { method: "PUT", headers: { authorization }, body: "{}" });
  });
  expect([status, error]).toEqual([exit.fine, ""]);
  expect(
    out.replace(/:\d+/g, ":8642"),
  ).toBe(`SessionM sandbox on http://127.0.0.1:8642, API key my-key, API secret my-secret

SESSIONM_HOST=http://127.0.0.1:8642
SESSIONM_API_KEY=my-key
SESSIONM_API_SECRET=my-secret

What it holds: http://127.0.0.1:8642/sandbox · Ctrl-C stops it

PUT  profile  7310…0001  200 ok                first_name, +2 attributes
PUT  profile  7310…0001  200 ok cached         first_name, +2 attributes
POST event    7310…0001  200 ok                purchase  amount=12.50 note=·[31m
PUT  profile  7310…0002  200 user_not_found    no such user

stopped · requests 4 · users 1 · events 1
`);
});

test("--quiet prints no requests", async () => {
  const { out } = await run(["--port", "0", "--quiet"], (url) =>
    fetch(`${url}/priv/v1/apps/sandbox-key/users`),
  );
  expect(out).not.toContain("access_denied");
});

test("colours are for terminals, unless NO_COLOR is set", async () => {
  const colour = "\u001b[";
  const ask = (url: string) => fetch(url);
  expect((await run(["--port=0"], ask)).out).not.toContain(colour);
  expect((await run(["--port=0"], ask, { isTTY: true })).out).toContain(colour);
  expect((await run(["--port=0"], ask, { isTTY: true, env: { NO_COLOR: "1" } })).out).not.toContain(colour);
});

test("it says how to get users where there are none", async () => {
  const advice = "--switch missing_user_on_profile=upsert creates them";
  expect((await run(["--port=0"], nothing)).out).toContain(advice);
  expect((await run(["--port=0", "--users=1"], nothing)).out).not.toContain(advice);
  expect((await run(["--port=0", "--switch=missing_user_on_profile=upsert"], nothing)).out).not.toContain(
    advice,
  );
});

test("flags set switches, definitions and faults", async () => {
  const flags = [
    "--events=visit,tour",
    "--attributes=visits:number",
    "--switch=error_status=4xx",
    "--fault=503:0",
  ];
  const { status, out } = await run(["--port=0", "--users=1", ...flags], async (url) => {
    const user = `${url}/priv/v1/apps/sandbox-key/external/users/1`;
    const headers = {
      authorization: `Basic ${Buffer.from("sandbox-key:sandbox-secret").toString("base64")}`,
    };
    const send = (events: object) =>
      fetch(`${user}/events`, { method: "POST", headers, body: JSON.stringify({ events }) });
    expect([(await send({ tour: 1 })).status, (await send({ purchase: 1 })).status]).toEqual([200, 422]);
    const body = '{"user":{"user_profile":{"visits":"many"}}}';
    expect((await fetch(user, { method: "PUT", headers, body })).status).toBe(422);
  });
  expect([status, out]).toEqual([exit.fine, expect.stringContaining("purchase is not a defined event")]);
});

test("a script comes from a file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "waybill-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "script.json"), '[{"answers":[503]}]');
  await writeFile(join(folder, "wrong.json"), '[{"answers":["hangs"]}]');
  await run(
    ["--port=0", "--script=script.json"],
    async (url) => expect((await fetch(url)).status).toBe(503),
    { cwd: folder },
  );
  const wrong = await run(["--port=0", "--script=wrong.json"], nothing, { cwd: folder });
  expect(wrong).toEqual({
    status: exit.problems,
    out: "",
    error: "Rule 1: There is no fault `hangs`. Did you mean `hang`?\n",
  });
  const missing = await run(["--port=0", "--script=none.json"], nothing, { cwd: folder });
  expect(missing.error).toBe(`${join(folder, "none.json")} cannot be read.\n`);
});

test("a port in use is one line and exit status 1", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const { status, error } = await run(["--port", String(port)], nothing);
  expect([status, error]).toEqual([
    exit.problems,
    `Port ${port} is in use. Choose another with \`--port\`; 0 takes a free one.\n`,
  ]);
});

test.each([
  [["--port", "70000"], "`--port` is not a whole number from 0 to 65535: `70000`.", undefined],
  [["--switch", "eror_status=4xx"], "There is no switch `eror_status`.", "Did you mean `error_status`?"],
  [["--fault", "rest"], "There is no fault `rest`.", "Did you mean `reset`?"],
  [
    ["--attributes", "a:int"],
    "Attribute `a` has no type `int`.",
    "The types are any, text, number, boolean.",
  ],
  [["--swich", "a=b"], "Unknown option `--swich`.", "Did you mean `--switch`?"],
  [["now"], "`now` is one argument too many.", undefined],
])("waybill sandbox %j is wrong usage", async (args, message, hint) => {
  const error = await run(args, nothing).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toMatchObject({ message, hint });
});

test("the usage names every switch with its values, in lines of at most 100 characters", () => {
  expect(sandboxCommand.usage.split("\n")[0]).toBe("waybill sandbox [options]");
  for (const [name, { values }] of switchList) {
    expect(sandboxCommand.usage).toMatch(new RegExp(`^  ${name}=${values.join(" \\| ")}`, "m"));
  }
  expect(sandboxCommand.usage.split("\n").filter((line) => line.length > 100)).toEqual([]);
});

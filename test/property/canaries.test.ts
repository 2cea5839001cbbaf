/** Real processes, and a SessionM that says back all it is told: secrets and members' data stand in nothing that is written. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { type ServiceProcess, startServiceProcess } from "../targets/service-process.ts";

const secrets = {
  SESSIONM_API_KEY: "canary-api-key",
  SESSIONM_API_SECRET: "canary-api-secret",
  WAYBILL_AUTHORIZATION: "Bearer canary-authorization",
  WAYBILL_AUTHORIZATION_NEXT: "Bearer canary-next-authorization",
};

/** Everything else that begins so is of a member, or of a stranger who sends something. */
const mark = /canary[\w%@.+-]*/g;

const waybill = `waybill: 1
name: loyalty
connection: {host: "\${SESSIONM_HOST}", api_key: "\${SESSIONM_API_KEY}", api_secret: "\${SESSIONM_API_SECRET}"}
profile:
  external_id: customer_id
  identities: {mpid: {attribute: mpid}, email: email, mobile_number: {attribute: mobile}}
  reserved_fields: default
  attributes: [street, {attribute: tier, when: 'value != "canary-tier"'}]
events:
  - {event: Order, to: order, attributes: [coupon], when: 'value("coupon") != "canary-none"'}
`;

function batchOf(number: number): string {
  return JSON.stringify({
    mpid: 7,
    batch_id: `b-${number}`,
    user_identities: {
      customer_id: `canary-customer-${number}`,
      email: `canary-person-${number}@example.com`,
      mobile_number: `canary-phone-${number}`,
    },
    user_attributes: {
      $FirstName: `canary-name-${number}`,
      street: `canary-street-${number}`,
      tier: "canary-tier",
      unlisted: `canary-unlisted-${number}`,
    },
    events: [
      {
        event_type: "custom_event",
        data: {
          event_id: `t-${number}`,
          event_name: "Order",
          custom_attributes: { coupon: "canary-coupon" },
        },
      },
      { event_type: "custom_event", data: { event_name: "canary-event", custom_attributes: {} } },
    ],
  });
}

/** Answers with all that was sent, credentials included, as if it were what is wrong. */
const echoes: readonly ((said: string, response: ServerResponse) => unknown)[] = [
  (said, response) =>
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ status: "error", errors: { code: "validation", message: said } })),
  (said, response) =>
    response
      .writeHead(400, { "content-type": "application/json", "x-said": said.slice(0, 200) })
      .end(JSON.stringify({ status: said, errors: [{ code: said, message: said }] })),
  (said, response) => response.writeHead(500, { "content-type": "text/html" }).end(`<pre>${said}</pre>`),
  (_said, response) => response.destroy(),
  (said, response) =>
    response
      .writeHead(302, {
        location: `/${encodeURIComponent(said).slice(0, 200)}`,
        "content-type": said.slice(0, 50),
      })
      .end(said),
];

/** A SessionM that answers with each echo; the last one, a redirect, makes the service pause. */
async function startEcho(): Promise<string> {
  let calls = 0;
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const said = `${request.url} ${request.headers.authorization} ${body}`.replace(/[^ -~]/g, "?");
    echoes[Math.min(calls++, echoes.length - 1)]?.(said, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  // INVARIANT: a server that listens on a port has an address of this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Returns the canaries that stand in a text. */
const canariesIn = (text: string): readonly string[] => [...new Set(text.match(mark) ?? [])].sort();
const secretsIn = (text: string) =>
  Object.values(secrets)
    .flatMap((one) => [one.replace("Bearer ", ""), Buffer.from(one).toString("base64")])
    .concat(Buffer.from(`${secrets.SESSIONM_API_KEY}:${secrets.SESSIONM_API_SECRET}`).toString("base64"))
    .filter((one) => text.includes(one));

/** Runs a command in a process of its own; gives all that it wrote. */
async function waybillCli(folder: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [resolve("bin/waybill.cjs"), ...args], {
    cwd: folder,
    env: { ...process.env, ...secrets },
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
  }
  await new Promise((done) => child.on("close", done));
  expect(written, args.join(" ")).not.toBe("");
  return written;
}

interface Received {
  readonly what: string;
  readonly text: string;
}

async function received(what: string, url: string, init: RequestInit = {}): Promise<Received> {
  const response = await fetch(url, init);
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return { what, text: [response.status, ...headers, await response.text()].join("\n") };
}

/** What senders are answered, right and wrong ones. */
async function answersOf(service: ServiceProcess): Promise<readonly Received[]> {
  const headers = { authorization: secrets.WAYBILL_AUTHORIZATION, "content-type": "application/json" };
  const post = (what: string, body: string, others: Record<string, string> = {}, path = "") =>
    received(what, service.batches + path, { method: "POST", headers: { ...headers, ...others }, body });
  return [
    await post("a batch", batchOf(1)),
    await post("with the next authorization", batchOf(2), {
      authorization: secrets.WAYBILL_AUTHORIZATION_NEXT,
    }),
    await post("a batch again", batchOf(1)),
    await post("batches", `[${batchOf(3)},${batchOf(4)}]`),
    await post("a broken batch", '{"mpid":"canary-broken"'),
    await post("no batch", '"canary-text"'),
    await post("a batch without a member", '{"mpid":0,"user_identities":{"email":"canary-nobody"}}'),
    await post("somebody else", batchOf(5), { authorization: "Bearer canary-stranger" }),
    await post("no JSON", "canary=1", { "content-type": "text/plain" }),
    await post("a strange encoding", "canary", { "content-encoding": "canary" }),
    await post("no gzip", "canary", { "content-encoding": "gzip" }),
    await post("a question", batchOf(5), {}, "?email=canary-asked@example.com"),
    await post("another path", batchOf(5), {}, "/canary-path"),
    await received("a GET", `${service.batches}?email=canary-asked@example.com`),
  ];
}

async function pagesOf({ admin, batches }: ServiceProcess): Promise<readonly Received[]> {
  const paths = [
    "/",
    "/status.json",
    "/metrics",
    "/health/live",
    "/health/ready",
    "/canary-page?a=canary-b",
    "/canary%zz",
  ];
  const health = ["/health/live", "/health/ready", "/canary%zz"].map((path) => new URL(path, batches).href);
  return Promise.all([...paths.map((path) => admin + path), ...health].map((url) => received(url, url)));
}

/** Returns what the service's own metrics count of an attempt's outcomes. */
async function attempts({ admin }: ServiceProcess): Promise<number> {
  const { text } = await received("status", `${admin}/status.json`);
  const { attempts: counts }: { readonly attempts: readonly (readonly [string, number])[] } = JSON.parse(
    text.slice(text.indexOf("{")),
  );
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

test("a service, its dead letters and `trace` tell neither secrets nor what members are, but where it is asked for", async () => {
  const folder = temporaryFolder({ "loyalty.waybill.yaml": waybill, "batch.json": batchOf(1) });
  const env = { ...secrets, SESSIONM_HOST: await startEcho() };
  const command = [resolve("bin/waybill.cjs"), "serve", "loyalty.waybill.yaml", "--log-level", "debug"];
  const service = await startServiceProcess([...command, "--destination", "staging"], folder, env);
  const answers = await answersOf(service);
  await expect.poll(() => attempts(service), { timeout: 20_000 }).toBeGreaterThanOrEqual(echoes.length);
  for (const { what, text } of [...answers, ...(await pagesOf(service))]) {
    expect(canariesIn(text), `${what}\n${text}`).toEqual([]);
    expect(secretsIn(text), what).toEqual([]);
  }
  const list = await waybillCli(folder, "dlq", "list", "--data-dir", "data");
  expect(canariesIn(list)).toEqual([]);
  const whole = await waybillCli(folder, "dlq", "export", "--data-dir", "data");
  expect(secretsIn(whole)).toEqual([]);
  for (const line of whole.trimEnd().split("\n")) {
    // The batch and what was made of it are what these are kept for; nothing else quotes them.
    const { original, request, external_id, ...others } = JSON.parse(line);
    expect(canariesIn(JSON.stringify(others))).toEqual([]);
  }
  const show = await waybillCli(
    folder,
    "dlq",
    "show",
    list.trim().split(/\s+/)[0] ?? "",
    "--data-dir",
    "data",
  );
  expect([canariesIn(show).length > 0, secretsIn(show)]).toEqual([true, []]);
  for (const number of [1, 2, 3, 4, 5]) {
    const said = await waybillCli(
      folder,
      "forget",
      "--external-id",
      `canary-customer-${number}`,
      "--data-dir",
      "data",
    );
    expect(canariesIn(said)).toEqual([]);
  }
  // A batch that is malformed as a whole is nobody's.
  await waybillCli(folder, "dlq", "drop", "--reason", "malformed", "--data-dir", "data");
  await service.stop();
  expect(service.output()).toContain('"level":"debug"');
  expect(canariesIn(service.output())).toEqual([]);
  const kept = readdirSync(join(folder, "data")).map((name) =>
    readFileSync(join(folder, "data", name), "latin1"),
  );
  expect(canariesIn(kept.join("\n"))).toEqual([]);
  for (const json of [[], ["--json"]]) {
    const traced = await waybillCli(folder, "trace", "loyalty.waybill.yaml", "--in", "batch.json", ...json);
    // Values are masked; what it is about are names.
    expect(canariesIn(traced)).toEqual(["canary-event"]);
  }
}, 120_000);

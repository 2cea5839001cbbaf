import { once } from "node:events";
import { existsSync } from "node:fs";
import { request } from "node:https";
import { createServer, type Server } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { selfSigned } from "../../support/self-signed.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { bytesOf } from "../queue/forwarder.ts";
import { authorization, build, envOf, headers, openSandbox, post, purchase, run } from "./run.ts";

test.each([
  ["an unknown option", ["--prot", "1"], 2, "Unknown option '--prot'. See `--help`."],
  ["one argument too many", ["a", "b"], 2, "`a` is one argument too many."],
  ["a certificate that is not there", ["--tls-cert", "no.pem", "--tls-key", "no.pem"], 1, "no such file"],
  ["an address that is nobody's", ["--host", "203.0.113.7"], 1, "The service cannot start: "],
])("%s stops a service before it listens", async (_, args, status, message) => {
  const sandbox = await openSandbox();
  const service = run(args, envOf(sandbox));
  expect(await service.ended).toBe(status);
  expect(service.err()).toContain(message);
});

test("variables that are not set are named, all of them", async () => {
  const service = run([], { WAYBILL_AUTHORIZATION: authorization });
  expect(await service.ended).toBe(1);
  for (const name of ["SESSIONM_HOST", "SESSIONM_API_KEY", "SESSIONM_API_SECRET"]) {
    expect(service.err()).toContain(name);
  }
});

test("production batches do not go to staging, nor the reverse, unless it is allowed", async () => {
  const sandbox = await openSandbox();
  const served = { ...build, environments: ["production"] };
  const mixed = run([], envOf(sandbox), { served });
  expect(await mixed.ended).toBe(1);
  expect(mixed.err()).toContain(
    "is staging, and the waybill's `source.environments` lets production batches",
  );
  const away = { ...envOf(sandbox), SESSIONM_HOST: "https://sessionm.example.com" };
  const unsaid = run([], away);
  expect(await unsaid.ended).toBe(1);
  expect(unsaid.err()).toContain("Say whether https://sessionm.example.com is production or staging");
  const reverse = run(["--destination", "production"], away);
  expect(await reverse.ended).toBe(1);
  const allowed = run(["--mix-environments"], envOf(sandbox), { served });
  await allowed.urls();
  allowed.interrupt();
  expect(await allowed.ended).toBe(0);
});

test("a port in use, and a data directory that another service has, are problems", async () => {
  const sandbox = await openSandbox();
  const folder = temporaryFolder();
  const first = run([], envOf(sandbox), { folder });
  const { batches } = await first.urls();
  const same = run([], envOf(sandbox), { folder });
  expect(await same.ended).toBe(1);
  expect(same.err()).toContain("Another process works with the queue");
  const taken = run(["--port", new URL(batches).port], envOf(sandbox));
  expect(await taken.ended).toBe(1);
  expect(taken.err()).toContain("A port is in use.");
  first.interrupt();
  expect(await first.ended).toBe(0);
});

test("a data directory where no folder can be made is told, and does not keep the service busy", {
  skip: !existsSync("/proc/self"),
}, async () => {
  for (const folder of ["/proc/x", "/proc/x/y/z"]) {
    const service = run(["--data-dir", folder], envOf(await openSandbox()));
    expect(await service.ended).toBe(1);
    expect(service.err()).toBe(
      "waybill: The data directory cannot be made (ENOENT: no such file or directory, mkdir '/proc/x'). Choose another with `--data-dir`.\n",
    );
  }
});

test("with a certificate batches come by TLS, and nothing comes without it", async () => {
  const sandbox = await openSandbox();
  const pair = selfSigned();
  const folder = temporaryFolder({ "cert.pem": pair.cert, "key.pem": pair.key });
  const service = run(["--tls-cert", "cert.pem", "--tls-key", "key.pem"], envOf(sandbox), { folder });
  const { batches } = await service.urls();
  expect(batches).toMatch(/^https:/);
  const sent = request(batches, { method: "POST", headers, ca: pair.cert, agent: false });
  sent.end(purchase("a"));
  const [answer] = await once(sent, "response");
  answer.resume();
  expect(answer.statusCode).toBe(202);
  expect(answer.socket.getProtocol()).toBe("TLSv1.3");
  await expect(fetch(batches.replace("https:", "http:"), { method: "POST" })).rejects.toThrow("fetch failed");
  const old = request(batches, { method: "POST", ca: pair.cert, maxVersion: "TLSv1.1", agent: false });
  old.end();
  await expect(once(old, "response")).rejects.toThrow();
  await expect.poll(() => sandbox.state.counts().events).toBe(1);
  service.interrupt();
  expect(await service.ended).toBe(0);
});

/** A server that takes requests and never answers. */
async function startSilent(onRequest: () => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", onRequest);
    onTestFinished(() => void socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return server;
}

test("a stop that takes too long ends the process, and what was under way is not lost", async () => {
  let asked = 0;
  const silent = await startSilent(() => asked++);
  const url = `http://127.0.0.1:${Object(silent.address()).port}`;
  const folder = temporaryFolder();
  const env = envOf({ url, apiKey: "key", apiSecret: "secret" });
  const service = run(["--timeout", "2"], env, { folder, stopMilliseconds: 200 });
  const { batches } = await service.urls();
  expect(await post(batches, purchase("a"))).toBe(202);
  await expect.poll(() => asked).toBe(1);
  service.interrupt();
  await expect.poll(() => service.exits).toEqual([1]);
  expect(service.out()).toContain("the stop took too long");
  await service.ended;
  const sandbox = await openSandbox();
  const again = run([], envOf(sandbox), { folder });
  await expect.poll(() => sandbox.state.counts().events, { timeout: 5000 }).toBe(1);
  again.interrupt();
  expect(await again.ended).toBe(0);
});

test("a slow rate does not hold a stop up", async () => {
  const sandbox = await openSandbox();
  const service = run(["--rate", "0.01"], envOf(sandbox));
  const { batches } = await service.urls();
  expect(await post(batches, purchase("a"))).toBe(202);
  expect(await post(batches, bytesAsBuffer("other"))).toBe(202);
  await expect.poll(() => sandbox.state.counts().events).toBe(1);
  const startedAt = performance.now();
  service.interrupt();
  expect(await service.ended).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(3000);
  expect(service.exits).toEqual([]);
});

const bytesAsBuffer = (member: string) => Buffer.from(bytesOf({ id: member, member, events: ["t"] }));

test("the log names batches and results, and no credential, member or body", async () => {
  const sandbox = await openSandbox();
  const service = run(["--log-level", "debug"], envOf(sandbox));
  const { batches, admin } = await service.urls();
  const secret = { id: "batch-7", member: "m", profile: { email: "pat@example.com" }, events: ["t-7"] };
  expect(await post(batches, Buffer.from(bytesOf(secret)))).toBe(202);
  await expect.poll(() => sandbox.state.counts().events).toBe(1);
  const metrics = await (await fetch(`${admin}/metrics`)).text();
  service.interrupt();
  await service.ended;
  const lines = service.out().split("\n");
  expect(lines.filter((line) => line.includes('"batch":"batch-7"')).length).toBeGreaterThan(3);
  expect(
    lines.filter((line) => line.includes('"msg":"settled"') && line.includes('"kind":"event"')),
  ).toHaveLength(1);
  for (const text of [service.out(), metrics]) {
    expect(text).not.toMatch(/made-up-for-tests|pat@example\.com|sandbox-secret|sandbox-key/);
  }
});

import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer as createTlsServer } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import type { DeliveryEvent } from "../../../src/runtime/delivery/event.ts";
import { createMemoryQueue } from "../../../src/runtime/queue/memory-queue.ts";
import { createForwarder } from "../../../src/runtime/service/create-forwarder.ts";
import { selfSigned } from "../../support/self-signed.ts";
import { bytesOf, testForwarder } from "../queue/forwarder.ts";

const taken = 'HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{"status":"ok"}';

/** What a broken SessionM does with a request, by name. */
const faults: Readonly<Record<string, (socket: Socket) => unknown>> = {
  hangs: () => {},
  closes: (socket) => socket.end(),
  resets: (socket) => socket.resetAndDestroy(),
  resets_in_headers: (socket) => socket.write("HTTP/1.1 200 OK\r\nX-", () => socket.resetAndDestroy()),
  ends_in_body: (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{"stat'),
  drips_headers: (socket) => write(socket, "HTTP/1.1 200 OK\r\n", () => "X: 1\r\n", 20),
  drips_body: (socket) => write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", () => " ", 20),
  never_ends: (socket) =>
    write(
      socket,
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
      () => `10000\r\n${"x".repeat(0x10000)}\r\n`,
      1,
    ),
  garbage: (socket) => socket.write("\u0000\u0001 no HTTP at all\r\n\r\n"),
  wrong_chunks: (socket) => socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
  not_json: (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>"),
  says_nothing: (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
  bad_gateway: (socket) => socket.write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
};

async function write(socket: Socket, head: string, more: () => string, milliseconds: number): Promise<void> {
  socket.write(head);
  while (!socket.destroyed) {
    socket.write(more());
    await sleep(milliseconds);
  }
}

/** A server whose first answer to each member is the fault of that name, and any later one a success. */
async function startFaulty(): Promise<{ server: Server; ids: Map<string, string[]>; most: () => number }> {
  const ids = new Map<string, string[]>();
  let open = 0;
  let most = 0;
  const server = createServer((socket) => {
    most = Math.max(most, ++open);
    socket.on("error", () => {});
    socket.on("close", () => open--);
    socket.on("data", (data) => {
      const text = data.toString();
      const member = /users\/(\w+)/.exec(text)?.[1];
      if (member === undefined) return;
      const seen = [...(ids.get(member) ?? []), /message-id: (\S+)/.exec(text)?.[1] ?? ""];
      ids.set(member, seen);
      if (seen.length === 1) (faults[member] ?? (() => socket.write(taken)))(socket);
      else socket.write(taken);
    });
    onTestFinished(() => void socket.destroy());
  });
  await listen(server);
  return { server, ids, most: () => most };
}

async function listen(server: Server, port = 0): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
}

const portOf = (server: Server) => Object(server.address()).port as number; // it listens

async function startForwarder(port: number, { scheme = "http", timeoutMilliseconds = 400 } = {}) {
  const events: DeliveryEvent[] = [];
  const forwarder = await createForwarder({
    forwarder: testForwarder(),
    connection: { origin: `${scheme}://127.0.0.1:${port}`, apiKey: "key", apiSecret: "secret" },
    queue: createMemoryQueue(),
    limits: { concurrency: 8 },
    timeoutMilliseconds,
    observe: (event) => void events.push(event),
  });
  onTestFinished(() => forwarder.close());
  const attempts = () => events.flatMap((event) => (event.kind === "attempt" ? event : []));
  return { ...forwarder, events, attempts };
}

test("whatever SessionM answers, an attempt ends in time, and is repeated under its id", async () => {
  const { server, ids, most } = await startFaulty();
  const forwarder = await startForwarder(portOf(server));
  const names = Object.keys(faults);
  const drained = forwarder.accept(names.map((name) => bytesOf({ id: name, member: name, events: [name] })));
  await drained;
  await forwarder.drain();
  const attempts = forwarder.attempts();
  for (const name of names) {
    const own = attempts.filter(({ batch }) => batch === name);
    expect([name, own.map(({ outcome }) => outcome)]).toEqual([name, ["ambiguous", "delivered"]]);
    expect([name, new Set(ids.get(name)).size]).toEqual([name, 1]);
  }
  const slowest = Math.max(...attempts.map(({ milliseconds }) => milliseconds));
  expect(slowest).toBeLessThan(400 + 400);
  expect(most()).toBeLessThanOrEqual(8);
  expect(forwarder.events.filter(({ kind }) => kind === "failed")).toEqual([]);
});

test("a member with such answers does not hold up others", async () => {
  const { server } = await startFaulty();
  const forwarder = await startForwarder(portOf(server), { timeoutMilliseconds: 2000 });
  const well = Array.from({ length: 50 }, (_, index) => `well${index}`);
  const members = ["hangs", ...well];
  await forwarder.accept(members.map((name) => bytesOf({ id: name, member: name, events: [name] })));
  await forwarder.drain();
  const ends = forwarder.events.flatMap((event) =>
    event.kind === "settled" || event.kind === "attempt" ? event.batch : [],
  );
  // 50 attempts and 50 ends of the others come before the first attempt that hangs has ended.
  expect(ends.indexOf("hangs")).toBe(100);
});

test("a certificate that nobody vouches for gets no request", async () => {
  let bytes = 0;
  const server = createTlsServer(selfSigned(), (socket) =>
    socket.on("data", ({ length }) => (bytes += length)),
  );
  server.on("tlsClientError", () => {});
  await listen(server);
  const forwarder = await startForwarder(portOf(server), { scheme: "https" });
  await forwarder.accept([bytesOf({ id: "b", member: "m", events: ["t"] })]);
  await expect.poll(() => forwarder.attempts().length).toBeGreaterThan(0);
  expect(forwarder.attempts()[0]).toMatchObject({ outcome: "not_sent", code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  expect(bytes).toBe(0);
});

test("where nobody listens nothing was sent, and when somebody does all is delivered", async () => {
  const { server, ids } = await startFaulty();
  const port = portOf(server);
  server.close();
  await once(server, "close");
  const forwarder = await startForwarder(port);
  await forwarder.accept([bytesOf({ id: "b", member: "m", events: ["t"] })]);
  await expect.poll(() => forwarder.attempts().length).toBeGreaterThan(0);
  expect(forwarder.attempts()[0]).toMatchObject({ outcome: "not_sent", code: "ECONNREFUSED" });
  await listen(server, port);
  await forwarder.drain();
  expect(ids.get("m")).toHaveLength(1);
});

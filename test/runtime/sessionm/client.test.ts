import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { Answer, OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import { type Client, createClient } from "../../../src/runtime/sessionm/client.ts";

const ending: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

const outgoing: OutgoingRequest = {
  method: "PUT",
  path: "/priv/v1/apps/{api_key}/external/users/a%2Fb%2e%2e'(1)",
  body: '{"user":{"first_name":"Zoë"}}',
  messageId: "00000000-0000-8000-8000-000000000001",
};

/** Starts a server that hands each request's text to a function with the socket to answer on. */
async function listen(answer: (socket: Socket, text: string) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (data) => answer(socket, data.toString()));
    ending.push(() => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ending.push(() => server.close());
  return server;
}

function clientOf(server: Server, timeoutMilliseconds = 2000, scheme = "http"): Client {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen.");
  const connection = {
    origin: `${scheme}://127.0.0.1:${address.port}`,
    apiKey: "key/1$&",
    apiSecret: "hunter2",
  };
  const client = createClient(connection, { timeoutMilliseconds });
  ending.push(() => client.close());
  return client;
}

/** The client's answer to what a server writes back. */
async function answerTo(
  text: string | ((socket: Socket) => void),
  timeoutMilliseconds?: number,
): Promise<Answer> {
  const server = await listen((socket) => (typeof text === "string" ? socket.write(text) : text(socket)));
  return clientOf(server, timeoutMilliseconds).send(outgoing);
}

const withBody = (head: string, body: string) =>
  `HTTP/1.1 ${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test("sends the request with credentials, Message-ID and the path byte for byte", async () => {
  const texts: string[] = [];
  const server = await listen((socket, text) => {
    texts.push(text);
    socket.write(withBody("200 OK", '{"status":"ok"}'));
  });
  const answer = await clientOf(server).send(outgoing);
  expect(answer).toMatchObject({
    kind: "response",
    status: 200,
    envelope: { status: "ok" },
    isCached: false,
  });
  const [head, body] = texts.join("").split("\r\n\r\n");
  expect(head).toContain("PUT /priv/v1/apps/key%2F1%24%26/external/users/a%2Fb%2e%2e'(1) HTTP/1.1");
  expect(head).toContain(`authorization: Basic ${Buffer.from("key/1$&:hunter2").toString("base64")}`);
  expect(head).toContain("message-id: 00000000-0000-8000-8000-000000000001");
  expect(head).toContain("content-type: application/json");
  expect(body).toBe(outgoing.body);
});

test("reads Retry-After and Cached-Message", async () => {
  const answer = await answerTo(
    withBody("429 Too Many Requests\r\nRetry-After: 7\r\nCached-Message: true", ""),
  );
  expect(answer).toMatchObject({ status: 429, retryAfter: "7", isCached: true });
});

test("does not follow a redirect", async () => {
  const seen: string[] = [];
  const server = await listen((socket, text) => {
    seen.push(text);
    socket.write(withBody("302 Found\r\nLocation: /elsewhere", ""));
  });
  expect(await clientOf(server).send(outgoing)).toMatchObject({ kind: "response", status: 302 });
  expect(seen).toHaveLength(1);
});

test.each([
  ["no answer", () => undefined],
  [
    "an answer without its body",
    (socket: Socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
  ],
  ["a body that drips", (socket: Socket) => drip(socket)],
])("ends an attempt with %s at its deadline", async (_, write) => {
  const startedAt = performance.now();
  expect(await answerTo(write, 150)).toEqual({ kind: "no_response", effect: "unknown", code: "timeout" });
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

async function drip(socket: Socket): Promise<void> {
  socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
  for (; !socket.destroyed; await sleep(20)) socket.write(" ");
}

test("reads no more than the beginning of an endless body", async () => {
  const answer = await answerTo((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"status":"ok","x":"');
    const more = () => socket.destroyed || socket.write("x".repeat(65_536), () => setImmediate(more));
    more();
  });
  expect(answer).toMatchObject({ status: 200, envelope: { status: "ok" } });
});

test.each([
  ["a reset", (socket: Socket) => socket.resetAndDestroy()],
  ["a connection closed without an answer", (socket: Socket) => socket.destroy()],
  ["a body that breaks off", (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")],
  ["an answer that is not HTTP", (socket: Socket) => socket.end("hunter2 says hello\r\n\r\n")],
])("takes %s for no response of unknown effect", async (_, write) => {
  const answer = await answerTo(write);
  expect(answer).toEqual({ kind: "no_response", effect: "unknown", code: expect.stringMatching(/^\w+$/) });
});

test("knows that nothing arrived where nobody listens", async () => {
  const server = await listen(() => undefined);
  const client = clientOf(server);
  server.close();
  await once(server, "close");
  expect(await client.send(outgoing)).toEqual({ kind: "no_response", effect: "none", code: "ECONNREFUSED" });
});

test("knows that nothing arrived where TLS fails", async () => {
  const server = await listen((socket) => socket.end("not TLS"));
  const client = clientOf(server, 2000, "https");
  expect(await client.send(outgoing)).toMatchObject({ kind: "no_response", effect: "none" });
});

test("knows that nothing was sent where the connection was not ready until the deadline", async () => {
  const server = await listen(() => undefined);
  const answer = await clientOf(server, 150, "https").send(outgoing);
  expect(answer).toEqual({ kind: "no_response", effect: "none", code: "timeout" });
});

test("gives no body and no credentials away", async () => {
  const body = { status: "error", errors: { code: "hunter2", message: "pat@example.test is taken" } };
  const answer = await answerTo(withBody("400 Bad Request", JSON.stringify(body)));
  expect(answer).toMatchObject({ status: 400, envelope: { status: "error", code: undefined } });
  expect(JSON.stringify(answer)).not.toMatch(/hunter2|pat@/);
});

test.each(["//evil.test/{api_key}", "/priv/../{api_key}", "/priv/./x", "/priv?x=1", "/a b", "priv"])(
  "throws on the path %s, which no forwarder makes",
  async (path) => {
    const server = await listen(() => undefined);
    await expect(clientOf(server).send({ ...outgoing, path })).rejects.toThrow();
  },
);

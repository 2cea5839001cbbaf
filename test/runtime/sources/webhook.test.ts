import { request as httpRequest } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { isJson, NotJsonError } from "../../../src/runtime/json-text.ts";
import {
  createWebhook,
  type Reception,
  type WebhookOptions,
} from "../../../src/runtime/sources/webhook/webhook.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const values = ["Bearer first", "Bearer second"];

async function start(options: Partial<WebhookOptions> = {}) {
  const kept: string[] = [];
  const receptions: Reception[] = [];
  const server = createWebhook({
    accept: async (batches) => {
      if (!batches.every(isJson)) throw new NotJsonError();
      kept.push(...batches.map((bytes) => Buffer.from(bytes).toString()));
      return { accepted: batches.length, duplicates: 0 };
    },
    authorizations: values,
    onReception: (reception) => receptions.push(reception),
    ...options,
  });
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  stops.push(() => server.close());
  const post = (body: string | Buffer, headers: Record<string, string> = {}, path = "/batches") =>
    fetch(url + path, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", authorization: "Bearer first", ...headers },
    });
  return { url, post, kept, receptions, server };
}

async function codeOf(answer: Response): Promise<string> {
  const body: { readonly error: { readonly code: string; readonly message: string } } = JSON.parse(
    await answer.text(),
  );
  expect(body.error.message).toMatch(/\.$/);
  return `${answer.status} ${body.error.code}`;
}

test("one batch and an array of batches are kept as the bytes that came", async () => {
  const { post, kept } = await start();
  const one = await post(' {"mpid": 7310000000000000001,"events":[]} \n');
  expect([one.status, await one.json()]).toEqual([202, { accepted: 1, duplicates: 0 }]);
  const many = await post('[{"mpid":1} , {"a":"],[{"},\n3]');
  expect([many.status, await many.json()]).toEqual([202, { accepted: 3, duplicates: 0 }]);
  expect(kept).toEqual(['{"mpid": 7310000000000000001,"events":[]}', '{"mpid":1}', '{"a":"],[{"}', "3"]);
  expect(await (await post("[]")).json()).toEqual({ accepted: 0, duplicates: 0 });
});

test("the answer waits until the batches are kept", async () => {
  let keep = () => {};
  let isReached = false;
  const accept = () => {
    isReached = true;
    return new Promise<{ accepted: number; duplicates: number }>((resolve) => {
      keep = () => resolve({ accepted: 1, duplicates: 0 });
    });
  };
  const { post } = await start({ accept });
  let answered = false;
  const answer = post("{}").then((response) => {
    answered = true;
    return response.status;
  });
  await expect.poll(() => isReached).toBe(true);
  expect(answered).toBe(false);
  keep();
  expect(await answer).toBe(202);
});

test("both agreed values of Authorization are let in, and no other", async () => {
  const { post, kept } = await start();
  expect((await post("{}", { authorization: "Bearer second" })).status).toBe(202);
  for (const authorization of ["Bearer firs", "Bearer first2", "bearer first", ""]) {
    expect(await codeOf(await post("{}", { authorization }))).toBe("401 unauthorized");
  }
  expect(kept).toHaveLength(1);
});

test("without agreed values everybody is let in", async () => {
  const { post } = await start({ authorizations: undefined });
  expect((await post("{}", { authorization: "" })).status).toBe(202);
});

test("gzip is unpacked, and what grows too much is refused before it is whole", async () => {
  const { post, kept } = await start({ limits: { bytes: 4_000_000 } });
  expect((await post(gzipSync('{"mpid":1}'), { "content-encoding": "gzip" })).status).toBe(202);
  expect(kept).toEqual(['{"mpid":1}']);
  const bomb = gzipSync(Buffer.alloc(40_000_000, 32));
  expect(await codeOf(await post(bomb, { "content-encoding": "gzip" }))).toBe("413 too_large");
  const steep = gzipSync(Buffer.alloc(3_000_000, 32));
  expect(await codeOf(await post(steep, { "content-encoding": "gzip" }))).toBe("413 too_large");
  expect(await codeOf(await post("{}", { "content-encoding": "gzip" }))).toBe("400 bad_gzip");
  const cut = gzipSync('{"mpid":1}').subarray(0, 20);
  expect(await codeOf(await post(cut, { "content-encoding": "gzip" }))).toBe("400 bad_gzip");
  expect(await codeOf(await post("{}", { "content-encoding": "br" }))).toBe("415 unsupported_media_type");
});

test.each([
  ["not JSON", '{"a":', "400 not_json"],
  ["nothing", "", "400 not_json"],
  ["two batches without an array", "{}{}", "400 not_json"],
  ["an array that is not closed", "[{}", "400 not_json"],
  ["text after the array", "[{}] {}", "400 not_json"],
  ["bytes that are no UTF-8", Buffer.from([0x22, 0xff, 0x22]), "400 not_json"],
  ["brackets 65 deep", "[".repeat(66) + "]".repeat(66), "400 too_deep"],
  ["a million brackets", "[".repeat(1_000_000), "400 too_deep"],
  ["more than 16 MiB", `"${"a".repeat(16 * 1024 * 1024)}"`, "413 too_large"],
  ["more batches than allowed", `[${"1,".repeat(10_000)}1]`, "413 too_many_batches"],
])("%s is refused", async (_title, body, expected) => {
  const { post, kept } = await start();
  expect(await codeOf(await post(body))).toBe(expected);
  expect(kept).toEqual([]);
});

test("brackets inside strings are no nesting, and 64 deep is not too deep", async () => {
  const { post } = await start();
  expect((await post(JSON.stringify({ a: `\\"${"[{".repeat(100)}` }))).status).toBe(202);
  expect((await post(`{"a":${"[".repeat(63)}${"]".repeat(63)}}`)).status).toBe(202);
});

test("another type, path or method is refused", async () => {
  const { url, post } = await start();
  expect(await codeOf(await post("{}", { "content-type": "text/plain" }))).toBe("415 unsupported_media_type");
  expect(await codeOf(await post("{}", {}, "/other"))).toBe("404 not_found");
  expect((await post("{}", {}, "/batches?source=a")).status).toBe(202);
  expect(await codeOf(await fetch(`${url}/batches`))).toBe("405 method_not_allowed");
});

test("more requests than allowed in a second are sent away until later", async () => {
  const { post } = await start({ limits: { requestsPerSecond: 2 } });
  const answers = await Promise.all([1, 2, 3, 4].map(() => post("{}")));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([202, 202, 429, 429]);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("1");
});

test("what cannot be kept is answered with 503, and nothing is said of why", async () => {
  const { post, receptions } = await start({
    accept: () => Promise.reject(new Error("SQLITE_FULL /var/lib")),
  });
  const answer = await post("{}");
  expect(answer.headers.get("retry-after")).toBe("30");
  expect(await codeOf(answer)).toBe("503 not_kept");
  expect(receptions).toMatchObject([
    { status: 503, code: "not_kept", cause: { message: "SQLITE_FULL /var/lib" } },
  ]);
});

test("too much in flight is answered with 503", async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const accept = () => slow.then(() => ({ accepted: 1, duplicates: 0 }));
  const { post } = await start({ accept, limits: { bytesInFlight: 50 } });
  const first = post(`"${"a".repeat(40)}"`);
  await expect.poll(async () => (await post(`"${"b".repeat(30)}"`)).status).toBe(503);
  finish();
  expect((await first).status).toBe(202);
});

test("each answer is reported once, with an id of its own", async () => {
  const { post, receptions } = await start();
  await post("[{},{}]");
  await post("{", {});
  expect(receptions).toMatchObject([
    { status: 202, code: undefined, batches: 2, bytes: 7, cause: undefined },
    { status: 400, code: "not_json", batches: 1, bytes: 1 },
  ]);
  expect(new Set(receptions.map(({ id }) => id)).size).toBe(2);
});

test("a request that smuggles another one is not read", async () => {
  const { url, kept } = await start();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(
      {
        port: new URL(url).port,
        method: "POST",
        path: "/batches",
        headers: {
          "content-length": "4",
          "transfer-encoding": "chunked",
          "content-type": "application/json",
        },
      },
      (response) => resolve(response.statusCode),
    );
    request.on("error", reject);
    request.end("0\r\n\r\n");
  });
  expect(status).toBe(400);
  expect(kept).toEqual([]);
});

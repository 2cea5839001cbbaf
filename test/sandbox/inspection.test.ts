import { request } from "node:http";
import { expect, test } from "vitest";
import { createRing } from "../../src/sandbox/ring.ts";
import { app, type Client, event, startClient } from "./client.ts";

async function look(client: Client, path: string) {
  const response = await fetch(client.url + path);
  expect(response.headers.get("content-type")).toBe("application/json");
  return JSON.parse(await response.text());
}

test("the index lists what can be seen, and counts", async () => {
  const client = await startClient();
  await client.send("1", { visit: 1 });
  const index = await look(client, "/sandbox");
  expect(index.counts).toEqual({ requests: 1, users: 1, events: 1 });
  expect(Object.keys(index.paths)).toContain("GET /sandbox/duplicates");
});

test("users are shown, all or by external id", async () => {
  const client = await startClient({ users: [{ external_id: "1" }, { external_id: "a/b" }] });
  expect(await look(client, "/sandbox/users")).toMatchObject([{ external_id: "1" }, { external_id: "a/b" }]);
  expect(await look(client, "/sandbox/users/a%2Fb")).toMatchObject([{ external_id: "a/b" }]);
  expect(await look(client, "/sandbox/users/%E0%A4%A")).toEqual([]);
});

test("users are added", async () => {
  const client = await startClient();
  const body = '["2",{"external_id":"3","email":"ana@example.test","suspended":true}]';
  expect((await client.raw("POST", "/sandbox/users", body)).text).toBe('{"added":2}');
  expect(client.state.usersWith("3")).toMatchObject([{ email: "ana@example.test", suspended: true }]);
  expect((await client.raw("POST", "/sandbox/users", "[{}]")).status).toBe(400);
  expect((await client.raw("POST", "/sandbox/users", "{")).status).toBe(400);
});

test("duplicates are found by transaction and by content", async () => {
  const client = await startClient();
  await client.send("1", { purchase: event("t-1", { context: { a: "1", b: "2" } }) });
  await client.send("1", { purchase: event("t-2", { context: { b: "2", a: "1" } }) });
  await client.send("1", { purchase: event("t-2", { context: { a: "other" } }) });
  const user_id = "00000000-0000-4000-8000-000000000001";
  expect(await look(client, "/sandbox/duplicates")).toEqual({
    by_transaction_id: [{ user_id, name: "purchase", transaction_id: "t-2", count: 2, events: [2, 3] }],
    by_content: [{ user_id, name: "purchase", transaction_id: "t-1", count: 2, events: [1, 2] }],
  });
});

test("requests are shown without credentials, the last ones on demand", async () => {
  const client = await startClient({ clock: () => 0 });
  await client.put("1", { city: "Lisboa", user_profile: { tier: "gold" } }, { "message-id": "m-1" });
  await client.send("1", { visit: 1 });
  const [first, ...rest] = await look(client, "/sandbox/requests");
  expect(first).toEqual({
    at: "1970-01-01T00:00:00.000Z",
    method: "PUT",
    path: "/priv/v1/apps/{api_key}/external/users/1",
    kind: "profile",
    sent_to: "1",
    message_id: "m-1",
    status: 200,
    code: "ok",
    cached: false,
    fault: null,
    summary: "city, +1 attribute",
    note: "",
    body: '{"user":{"city":"Lisboa","user_profile":{"tier":"gold"}}}',
  });
  expect(await look(client, "/sandbox/requests?last=1")).toEqual(rest);
  expect(JSON.stringify(client.state.requests())).not.toMatch(/sandbox-key|sandbox-secret|Basic/);
});

test("a ring keeps the last items and counts all", () => {
  const ring = createRing<number>(3);
  for (let item = 1; item <= 20; item += 1) ring.push(item);
  expect([ring.items(), ring.total()]).toEqual([[18, 19, 20], 20]);
});

test("a reset forgets users, events, requests and the Message-ID cache", async () => {
  const client = await startClient();
  const visit = () => client.send("1", { visit: 1 }, { "message-id": "m-1" });
  await visit();
  await client.create({ external_id: "2" });
  await client.raw("POST", "/sandbox/reset");
  expect(client.state.counts()).toEqual({ requests: 0, users: 1, events: 0 });
  await visit();
  expect(client.state.events()).toHaveLength(1);
});

test("what is not there is 404, and says where to look", async () => {
  const client = await startClient();
  const { status, text } = await client.raw("GET", "/sandbox/user");
  expect([status, JSON.parse(text)]).toEqual([
    404,
    { problem: "There is no GET /sandbox/user.", see: "/sandbox" },
  ]);
});

test("a page under another host name gets to see nothing", async () => {
  const client = await startClient();
  const status = await new Promise((resolve) => {
    const headers = { host: "evil.example" };
    request(`${client.url}/sandbox/users`, { headers }, (response) => resolve(response.statusCode)).end();
  });
  expect(status).toBe(403);
});

test("requests under /sandbox are not among the requests", async () => {
  const client = await startClient();
  await look(client, "/sandbox");
  await client.raw("GET", `${app}/external/users/1`);
  expect(client.state.requests().map((record) => record.kind)).toEqual(["read"]);
});

import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { app, event, startClient } from "./client.ts";

const id = (name: string) => ({ "message-id": name });

test("a profile update answers with the user, changed and unchanged", async () => {
  const client = await startClient();
  await client.put("1", { city: "Lisboa", user_profile: { tier: "gold" } });
  const { status, text } = await client.put("1", { zip: "02021" });
  const { user } = JSON.parse(text);
  expect(status).toBe(200);
  expect(user).toMatchObject({ external_id: "1", city: "Lisboa", zip: "02021", opted_in: true });
  expect(user.user_profile).toEqual({ _version: 1, tier: "gold" });
});

test("a created user answers to the external id and to SessionM's own id", async () => {
  const client = await startClient();
  const { text } = await client.create({
    external_id: "a/b+c@x",
    external_id_type: "email",
    opted_in: false,
  });
  const { user } = JSON.parse(text);
  expect(user).toMatchObject({ external_id: "a/b+c@x", opted_in: false });
  expect((await client.put("a/b+c@x", { city: "Porto" })).code).toBe("ok");
  const read = await client.raw(
    "GET",
    `${app}/users/${user.id}?user[user_profile]=true&show_identifiers=true`,
  );
  expect(JSON.parse(read.text).user).toMatchObject({
    city: "Porto",
    identifiers: [{ external_id: "a/b+c@x", external_id_type: "email" }],
    user_profile: { _version: 1 },
  });
});

test("a read without flags shows neither identifiers nor custom attributes", async () => {
  const client = await startClient();
  await client.put("1", { user_profile: { tier: "gold" } });
  const { text } = await client.raw("GET", `${app}/external/users/1`);
  expect(JSON.parse(text).user.identifiers).toBeNull();
  expect(JSON.parse(text).user).not.toHaveProperty("user_profile");
});

test("a new user needs an external id or an email address, and thirteen years", async () => {
  const client = await startClient({ clock: () => Date.parse("2026-06-01T00:00:00Z") });
  expect((await client.create({ city: "Porto" })).code).toBe("missing_data");
  expect((await client.create({ external_id: "2", dob: "2013-06-02" })).code).toBe("validation");
  expect((await client.create({ external_id: "2", dob: "2013-05-31" })).code).toBe("ok");
  expect((await client.create({ email: "ana@example.test" })).code).toBe("ok");
});

test("at most 200 custom attributes are kept", async () => {
  const client = await startClient();
  const user_profile = Object.fromEntries(Array.from({ length: 205 }, (_, index) => [`a${index}`, "x"]));
  await client.put("1", { user_profile });
  expect(Object.keys(client.state.usersWith("1")[0]?.user_profile ?? {})).toHaveLength(201);
});

test("an event is stored as it was sent", async () => {
  const client = await startClient({ clock: () => 0 });
  await client.send("1", { purchase: event("t-1", { context: { amount: "12.50" } }) });
  expect(client.state.events()).toEqual([
    {
      number: 1,
      user_id: "00000000-0000-4000-8000-000000000001",
      sent_to: "1",
      name: "purchase",
      transaction_id: "t-1",
      qty: "1",
      date: "2026-01-01T00:00:00.000Z",
      context: { amount: "12.50" },
      received_at: "1970-01-01T00:00:00.000Z",
      cause: "request",
    },
  ]);
});

test("the shorthand with a number is a quantity", async () => {
  const client = await startClient();
  expect((await client.send("1", { visit: 3 })).code).toBe("ok");
  expect(client.state.events()).toMatchObject([{ name: "visit", qty: "3", transaction_id: null }]);
});

test.each<[string, unknown, string]>([
  ["no JSON", undefined, "argument_error"],
  ["no object", [], "argument_error"],
  ["no user", { users: {} }, "missing_data"],
  ["a user that is a list", { user: [] }, "argument_error"],
  ["a number where text belongs", { user: { zip: 2021 } }, "argument_error"],
  ["an attribute that is an object", { user: { user_profile: { tier: {} } } }, "argument_error"],
  ["attributes that are a list", { user: { user_profile: [] } }, "argument_error"],
  ["an identifier without id", { user: { identifiers: [{}] } }, "argument_error"],
  ["an unknown field", { user: { firstname: "Ana" } }, "validation"],
  ["a request for a user token", { user: { auth_token: true } }, "validation"],
])("a profile with %s is refused", async (_what, body, code) => {
  const client = await startClient();
  const before = client.state.users();
  const answer = await client.raw("PUT", `${app}/external/users/1`, JSON.stringify(body) ?? "{");
  expect(answer).toMatchObject({ status: 200, code });
  expect(JSON.parse(answer.text)).toEqual({ status: "error", errors: { code, message: expect.any(String) } });
  expect(client.state.users()).toEqual(before);
});

test.each<[string, unknown, string]>([
  ["no JSON", undefined, "argument_error"],
  ["no events", {}, "missing_data"],
  ["no name", { events: {} }, "missing_data"],
  ["a list", { events: [] }, "argument_error"],
  ["an occurrence that is text", { events: { visit: "1" } }, "argument_error"],
  ["an unknown key", { events: { visit: { occurred_at: "2026-01-01T00:00:00Z" } } }, "argument_error"],
  ["a date that is no date", { events: { visit: { date: "2026-02-31T99:00:00Z" } } }, "argument_error"],
  ["a date without offset", { events: { visit: { date: "2026-01-01T00:00:00" } } }, "argument_error"],
  ["no quantity", { events: { visit: { qty: "0" } } }, "argument_error"],
  ["a nested context", { events: { visit: { context: { a: { b: "c" } } } } }, "argument_error"],
  ["a null in its context", { events: { visit: { context: { a: null } } } }, "argument_error"],
])("an event body with %s is refused", async (_what, body, code) => {
  const client = await startClient();
  const answer = await client.raw("POST", `${app}/external/users/1/events`, JSON.stringify(body) ?? "{");
  expect(answer).toMatchObject({ status: 200, code });
  expect(client.state.events()).toEqual([]);
});

test("names that JavaScript objects have already are ordinary names", async () => {
  const client = await startClient();
  const body = '{"user":{"user_profile":{"__proto__":"a","constructor":"b","toString":"c"}}}';
  expect((await client.raw("PUT", `${app}/external/users/1`, body)).code).toBe("ok");
  const profile = client.state.usersWith("1")[0]?.user_profile ?? {};
  expect(JSON.parse(JSON.stringify(profile))).toHaveProperty("toString", "c");
  expect(Object.hasOwn(profile, "__proto__")).toBe(true);
  expect((await client.raw("PUT", `${app}/external/users/1`, '{"user":{"constructor":"x"}}')).code).toBe(
    "validation",
  );
});

test.each([
  ["none", {}],
  ["another secret", { authorization: `Basic ${Buffer.from("sandbox-key:other").toString("base64")}` }],
  ["a bearer token", { authorization: "Bearer token" }],
])("credentials: %s gives 401", async (_what, headers) => {
  const client = await startClient();
  const answer = await fetch(`${client.url}${app}/external/users/1`, { headers });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ status: "error", errors: { code: "access_denied" } });
});

test("another API key in the path is invalid_api_key", async () => {
  const client = await startClient();
  const answer = await client.raw("PUT", "/priv/v1/apps/other-key/external/users/1", '{"user":{}}');
  expect(answer.code).toBe("invalid_api_key");
});

test.each([
  ["GET", "/"],
  ["DELETE", `${app}/external/users/1`],
  ["GET", `${app}/external/users/1/events`],
  ["POST", `${app}/users/1`],
  ["PUT", `${app}/external/users/%E0%A4%A`],
  ["POST", `${app}/external/users//events`],
  ["GET", "/priv/v2/apps/sandbox-key/users/1"],
])("%s %s is no endpoint", async (method, path) => {
  const client = await startClient();
  expect((await client.raw(method, path)).code).toBe("not_found");
});

test("a Message-ID is echoed, and a repeat within 30 minutes changes nothing", async () => {
  let now = Date.parse("2026-06-01T00:00:00Z");
  const client = await startClient({ clock: () => now });
  const purchase = () => client.send("1", { purchase: event() }, id("m-1"));
  const first = await purchase();
  expect(first.headers.get("message-id")).toBe("m-1");
  expect(first.headers.get("message-date")).toBe("Mon, 01 Jun 2026 00:00:00 GMT");
  expect(first.headers.get("cached-message")).toBeNull();
  now += 30 * 60 * 1000 - 1;
  const second = await purchase();
  expect([second.text, second.headers.get("cached-message")]).toEqual([first.text, "true"]);
  expect(client.state.events()).toHaveLength(1);
  now += 1;
  expect((await purchase()).headers.get("cached-message")).toBeNull();
  expect(client.state.events()).toHaveLength(2);
});

test("a repeat of a Message-ID with another body is answered as the first, and the log says so", async () => {
  const client = await startClient();
  await client.put("1", { city: "Lisboa" }, id("m-1"));
  const { text } = await client.put("1", { city: "Porto" }, id("m-1"));
  expect(JSON.parse(text).user.city).toBe("Lisboa");
  expect(client.state.requests().at(-1)).toMatchObject({ cached: true, note: "the answer to another body" });
});

test("requests without a Message-ID are never cached", async () => {
  const client = await startClient();
  await client.send("1", { purchase: event() });
  await client.send("1", { purchase: event() });
  expect(client.state.events()).toHaveLength(2);
});

test.each([
  "garbage\r\n\r\n",
  "PUT / HTTP/1.1\r\n\u0000:\r\n\r\n",
  "GET /%ff?%ff HTTP/1.1\r\nHost: x\r\n\r\n",
])("the bytes %j do no harm", async (bytes) => {
  const client = await startClient();
  const socket = connect(Number(new URL(client.url).port), "127.0.0.1");
  socket.end(bytes);
  await once(socket.resume(), "close");
  expect((await client.put("1", {})).code).toBe("ok");
});

test("any JSON as body gets an answer", async () => {
  const client = await startClient();
  const anyBody = fc
    .json({ maxDepth: 4 })
    .map((text) => text.replace(/"(.?)"/, '"events"').replace(/"(..)"/, '"user"'));
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyBody, fc.string()), fc.constantFrom("", "/events"), async (body, tail) => {
      const method = tail === "" ? "PUT" : "POST";
      expect((await client.raw(method, `${app}/external/users/1${tail}`, body)).code).not.toBe("sandbox_bug");
    }),
    { numRuns: 200, seed: 1 },
  );
});

test("a client that goes away in the middle of its body does no harm", async () => {
  const client = await startClient();
  await new Promise<void>((resolve) => {
    const headers = { "content-length": "1000" };
    const cut = request(`${client.url}${app}/external/users/1`, { method: "PUT", headers });
    cut.on("error", () => resolve());
    cut.write('{"user":', () => cut.destroy(new Error("cut")));
  });
  expect((await client.put("1", {})).code).toBe("ok");
  expect(client.state.requests()).toHaveLength(1);
});

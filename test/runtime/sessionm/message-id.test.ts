import fc from "fast-check";
import { expect, test } from "vitest";
import { type Identified, messageId } from "../../../src/runtime/sessionm/message-id.ts";

const request: Identified = {
  batch: "4730000000000000001",
  position: 2,
  method: "POST",
  path: "/priv/v1/apps/{api_key}/external/users/C-1/events",
  body: '{"events":{"purchase":{"qty":"1"}}}',
};

test("is the same today as when it was first released", () => {
  expect(messageId("loyalty", request)).toMatchInlineSnapshot(`"f83a622e-935e-817a-8686-ec280cc50cf9"`);
});

test("is a UUID of version 8", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (waybill, body) => {
      expect(messageId(waybill, { ...request, body })).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

test("differs when any part of the request differs", () => {
  const ids = [
    messageId("loyalty", request),
    messageId("loyalty2", request),
    messageId("loyalty", request, 1),
    messageId("loyalty", request, 2),
    messageId("loyalty", { ...request, batch: "4730000000000000002" }),
    messageId("loyalty", { ...request, position: -1 }),
    messageId("loyalty", { ...request, method: "PUT" }),
    messageId("loyalty", { ...request, path: `${request.path}2` }),
    messageId("loyalty", { ...request, body: `${request.body} ` }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test("does not confuse where one part ends and the next begins", () => {
  expect(messageId('a","b', { ...request, batch: "c" })).not.toBe(
    messageId("a", { ...request, batch: 'b","c' }),
  );
  expect(messageId("a", { ...request, batch: "\ud800" })).not.toBe(
    messageId("a", { ...request, batch: "\ufffd" }),
  );
});

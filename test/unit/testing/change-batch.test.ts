import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/runtime/emitted/json.ts";
import { changeBatch } from "../../../src/testing/change-batch.ts";

const batch: JsonObject = {
  mpid: 7310000000000000001n,
  device_info: { platform: "iOS", brand: "x" },
  events: [
    { event_type: "custom_event", data: { event_name: "A", custom_attributes: { color: "red" } } },
    { event_type: "custom_event", data: { event_name: "B" } },
  ],
};

test("a mapping changes the members that it names, null removes one, anything else replaces", () => {
  const changed = changeBatch(batch, {
    device_info: { platform: "Roku", brand: null },
    events: [],
    extra: { a: null },
  });
  expect(changed).toEqual({
    mpid: 7310000000000000001n,
    device_info: { platform: "Roku" },
    events: [],
    extra: {},
  });
});

test("under events a mapping goes from position to changes; null removes one, the next position adds one", () => {
  const changed = changeBatch(batch, {
    events: {
      0: null,
      1: { data: { event_name: null, screen_name: "C" } },
      2: { event_type: "screen_view" },
      3: { event_type: "commerce_event" },
    },
  });
  expect(changed).toMatchObject({
    events: [
      { event_type: "custom_event", data: { screen_name: "C" } },
      { event_type: "screen_view" },
      { event_type: "commerce_event" },
    ],
  });
});

test.each(["2x", "-1", "first", "5"])("there is no event at position %s", (position) => {
  expect(changeBatch(batch, { events: { [position]: {} } })).toEqual({ position, count: 2 });
});

test("nothing can be removed behind the last event", () => {
  expect(changeBatch(batch, { events: { 2: null } })).toEqual({ position: "2", count: 2 });
});

test("a batch without events has none to change, and takes a first one", () => {
  expect(changeBatch({}, { events: { 0: { event_type: "screen_view" } } })).toEqual({
    events: [{ event_type: "screen_view" }],
  });
  expect(changeBatch({}, { events: { 1: {} } })).toEqual({ position: "1", count: 0 });
});

test("identities in a list are changed by their type", () => {
  const listed = {
    user_identities: [
      { identity_type: "email", identity: "a@example.com", timestamp_unixtime_ms: 1 },
      { identity_type: "customer_id", identity: "C-1" },
      "broken",
    ],
  };
  const changes = {
    user_identities: { email: "b@example.com", customer_id: null, other_id_2: "x", other: null },
  };
  expect(changeBatch(listed, changes)).toEqual({
    user_identities: [
      { identity_type: "email", identity: "b@example.com", timestamp_unixtime_ms: 1 },
      "broken",
      { identity_type: "other_id_2", identity: "x" },
    ],
  });
});

test("identities in a mapping are patched like anything else, and the batch itself stays as it is", () => {
  const given = { user_identities: { email: "a@example.com", customer_id: "C-1" } };
  expect(changeBatch(given, { user_identities: { email: null } })).toEqual({
    user_identities: { customer_id: "C-1" },
  });
  expect(changeBatch(given, { user_identities: null })).toEqual({});
  expect(given.user_identities.email).toBe("a@example.com");
});

import { expect, test } from "vitest";
import { renderRequest, shorten } from "../../src/sandbox/log.ts";
import type { RequestRecord } from "../../src/sandbox/request-record.ts";

const plain = { dim: String, green: String, yellow: String, red: String };
const named = {
  dim: (text: string) => text,
  green: (text: string) => `<green>${text}`,
  yellow: (text: string) => `<yellow>${text}`,
  red: (text: string) => `<red>${text}`,
};

function record(more: Partial<RequestRecord>): RequestRecord {
  return {
    at: "2026-06-01T00:00:00.000Z",
    method: "POST",
    path: "/priv/v1/apps/{api_key}/external/users/1/events",
    kind: "event",
    sent_to: "1",
    message_id: null,
    status: 200,
    code: "ok",
    cached: false,
    fault: null,
    summary: "purchase  amount=12.50",
    note: "",
    body: "",
    ...more,
  };
}

test.each<[Partial<RequestRecord>, string]>([
  [{}, "200 ok                purchase  amount=12.50"],
  [{ note: "dropped: x" }, "200 ok                purchase  amount=12.50  dropped: x"],
  [{ code: "validation", note: "not defined" }, "200 validation        not defined"],
  [{ cached: true }, "200 ok cached         purchase  amount=12.50"],
  [{ status: null, fault: "hang_after" }, "ok hang_after         purchase  amount=12.50"],
  [{ status: null, code: "reset", fault: "reset" }, "reset                 purchase  amount=12.50"],
  [{ status: 503, code: "unavailable", fault: "503" }, "503 unavailable       purchase  amount=12.50"],
])("a request with %j is one aligned line", (more, rest) => {
  expect(renderRequest(record(more), plain, 160)).toBe(`POST event    1          ${rest}`);
});

test.each<[Partial<RequestRecord>, string]>([
  [{}, "<green>"],
  [{ code: "validation" }, "<yellow>"],
  [{ cached: true }, "<yellow>"],
  [{ status: 500 }, "<red>"],
  [{ fault: "slow" }, "<red>"],
])("a request with %j has the colour %s", (more, colour) => {
  expect(renderRequest(record(more), named, 160)).toContain(colour);
});

test("a line is no wider than the terminal, and nothing in it steers the terminal", () => {
  const line = renderRequest(record({ summary: `\u001b[2J\n${"x".repeat(500)}` }), plain, 80);
  expect(line).toHaveLength(80);
  expect(line).toMatch(/·\[2J·x+…$/);
});

test.each([
  ["1", "1"],
  ["123456789", "123456789"],
  ["7310000000000000001", "7310…0001"],
])("the id %s is shown as %s", (id, shown) => {
  expect(shorten(id)).toBe(shown);
});

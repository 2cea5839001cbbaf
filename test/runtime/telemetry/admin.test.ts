import { afterEach, expect, test } from "vitest";
import { createAdmin } from "../../../src/runtime/telemetry/admin.ts";
import { createMetrics } from "../../../src/runtime/telemetry/metrics.ts";
import type { Status } from "../../../src/runtime/telemetry/status.ts";
import { sampleStatus } from "./sample-status.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function open(parts: Partial<Status> = {}) {
  const status = sampleStatus(parts);
  const metrics = createMetrics(() => status.queue);
  const server = createAdmin({ metrics, readStatus: async () => status });
  stops.push(() => server.close());
  return {
    metrics,
    get: (url: string, host = "127.0.0.1:9000") => server.inject({ url, headers: { host } }),
  };
}

const reception = { id: "a", code: undefined, bytes: 100, duplicates: 0, milliseconds: 2, cause: undefined };

test("what is counted is what Prometheus reads", async () => {
  const { metrics, get } = open();
  metrics.countReception({ ...reception, status: 202, batches: 3, duplicates: 1 });
  metrics.countReception({ ...reception, status: 401, code: "unauthorized", batches: 0 });
  const about = { request: "event", batch: "1", position: 0, place: "w.waybill.yaml:7" } as const;
  const drops = { not_enabled: 2, loop: 1 };
  metrics.countEvent({ kind: "batch", result: "accepted", batch: "1", bytes: 9, milliseconds: 1, drops });
  metrics.countEvent({
    kind: "batch",
    result: "duplicate",
    batch: "1",
    bytes: 9,
    milliseconds: 1,
    drops: {},
  });
  const answer = { messageId: "m", attempt: 1, status: undefined, code: "timeout", milliseconds: 40 };
  metrics.countEvent({ ...about, ...answer, kind: "attempt", outcome: "ambiguous" });
  const end = { kind: "settled", reason: undefined, ageMilliseconds: 1500 } as const;
  metrics.countEvent({ ...about, ...end, result: "delivered" });
  metrics.countEvent({ ...about, ...end, result: "dead_letter", reason: "validation" });
  const { body, headers } = await get("/metrics");
  expect(headers["content-type"]).toContain("text/plain; version=0.0.4");
  for (const line of [
    'waybill_receptions_total{code="accepted"} 1',
    'waybill_receptions_total{code="unauthorized"} 1',
    'waybill_batches_total{result="accepted"} 1',
    'waybill_batches_total{result="duplicate"} 1',
    "waybill_received_bytes_total 200",
    'waybill_dropped_data_points_total{reason="not_enabled"} 2',
    'waybill_attempts_total{kind="event",outcome="ambiguous"} 1',
    'waybill_requests_done_total{kind="event",result="delivered",entry="w.waybill.yaml:7"} 1',
    'waybill_requests_done_total{kind="event",result="validation",entry="w.waybill.yaml:7"} 1',
    'waybill_delivery_seconds_bucket{le="1"} 0',
    'waybill_delivery_seconds_bucket{le="5"} 1',
    "waybill_receive_seconds_count 1",
    "waybill_queue_batches 1234",
    "waybill_queue_oldest_seconds 95",
    "waybill_accepting 1",
    "waybill_paused 0",
  ]) {
    expect(body.split("\n")).toContain(line);
  }
});

test("a service that cannot keep batches, or stops, lives but is not ready", async () => {
  expect((await open().get("/health/ready")).statusCode).toBe(200);
  const { queue } = sampleStatus();
  for (const parts of [{ isStopping: true }, { queue: { ...queue, isAccepting: false } }]) {
    const { get } = open(parts);
    expect((await get("/health/live")).statusCode).toBe(200);
    const ready = await get("/health/ready");
    expect([ready.statusCode, ready.json().status]).toEqual([503, "not_ready"]);
  }
});

test("delivery that is paused goes on receiving: batches are kept", async () => {
  const { queue } = sampleStatus();
  const { get } = open({ queue: { ...queue, paused: "401" } });
  expect((await get("/health/ready")).statusCode).toBe(200);
});

test("the page runs nothing, and answers to no foreign name", async () => {
  const { get } = open();
  const { headers, body } = await get("/");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(body).toContain("<!doctype html>");
  for (const host of ["evil.example.com", "127.0.0.1.evil.example.com:9000"]) {
    expect((await get("/", host)).statusCode).toBe(421);
  }
  for (const host of ["localhost:9000", "[::1]:9000", "waybill:9000", "waybill.shop.svc:9000"]) {
    expect((await get("/status.json", host)).statusCode).toBe(200);
  }
});

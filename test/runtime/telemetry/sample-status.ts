import type { Status } from "../../../src/runtime/telemetry/status.ts";

/** A status of made-up numbers; parts can be replaced. */
export function sampleStatus(parts: Partial<Status> = {}): Status {
  const at = Date.UTC(2026, 2, 12, 14);
  return {
    name: "loyalty",
    build: `sha256:${"0123456789abcdef".repeat(4)}`,
    version: "0.1.0",
    destination: "https://api.example.com",
    at,
    startedAt: at - 3_725_000,
    isStopping: false,
    queue: {
      waiting: 1234,
      oldestSeconds: 95,
      lanes: 12,
      deadLetters: 2,
      paused: undefined,
      isAccepting: true,
    },
    rates: { received: 250.4, delivered: 3.14 },
    received: [
      ["new", 9000],
      ["duplicate", 3],
    ],
    refusedPosts: [["unauthorized", 2]],
    done: [["delivered", 8000]],
    drops: [["not_enabled", 30_000]],
    attempts: [["delivered", 8000]],
    history: [
      { at: at - 60_000, received: 1, delivered: 1, waiting: 0, oldestSeconds: 0 },
      { at: at - 30_000, received: 2, delivered: 1, waiting: 1, oldestSeconds: 95 },
      { at, received: 3, delivered: 3, waiting: 0, oldestSeconds: 2 },
    ],
    lastDeadLetters: [
      { id: "17", at, reason: "validation", kind: "event", entry: "loyalty.waybill.yaml:21", attempts: 1 },
    ],
    ...parts,
  };
}

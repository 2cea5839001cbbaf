import { Writable } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { createLatencies } from "../../../src/cli/run/latencies.ts";
import { showProgress } from "../../../src/cli/run/progress.ts";
import { renderJsonSummary, renderProgress, renderSummary } from "../../../src/cli/run/summary.ts";
import { countBatch, countOutcome, createTally } from "../../../src/cli/run/tally.ts";
import { undelivered } from "../../../src/runtime/delivery/outcome.ts";
import type { Request } from "../../../src/runtime/emitted/result.ts";

afterEach(() => {
  vi.useRealTimers();
});

const event: Request = {
  kind: "event",
  method: "POST",
  path: "/priv/v1/apps/{api_key}/external/users/a/events",
  body: "{}",
  externalId: "a",
  batch: "b",
  position: 0,
  at: "a.waybill.yaml:1",
};
const profile: Request = { ...event, kind: "profile", method: "PUT" };
const options = { action: "send", deadLetters: "letters.ndjson", milliseconds: 1849 } as const;

function makeTally() {
  const tally = createTally();
  countBatch(tally, Array(1204).fill(event), { not_enabled: 6204, null_value: 63 });
  countBatch(tally, [profile, profile], { not_enabled: 1, bad_external_id: 63 });
  for (let count = 0; count < 1200; count++) {
    countOutcome(tally, event, { kind: "delivered", attempts: 2, retries: 1, milliseconds: 4 });
  }
  countOutcome(tally, profile, { kind: "delivered", attempts: 1, retries: 0, milliseconds: 900 });
  countOutcome(tally, profile, { kind: "unchanged" });
  countOutcome(tally, event, undelivered("validation", { attempts: 1 }));
  countOutcome(tally, event, undelivered("validation", { attempts: 1 }));
  countOutcome(tally, event, undelivered("unknown_outcome", { attempts: 8, retries: 7 }));
  countOutcome(tally, event, undelivered("stopped"));
  return tally;
}

test("sums up a delivery by outcome and reason", () => {
  expect(renderSummary(makeTally(), options)).toBe(
    [
      "2 batches · 1,206 requests",
      "  delivered      1,201   profile 1   events 1,200",
      "  unchanged          1   profiles that the member already has",
      "  dead letters       3   validation 2 · unknown_outcome 1   → letters.ndjson",
      "  not sent           1   → letters.ndjson",
      "  dropped        6,331   not_enabled 6,205 · bad_external_id 63 · null_value 63",
      "1.8 s · 1,207 retries · p50 4 ms · p99 4 ms",
      "",
    ].join("\n"),
  );
});

test("sums up a delivery as JSON", () => {
  expect(JSON.parse(renderJsonSummary(makeTally(), options))).toEqual({
    batches: 2,
    unreadable: 0,
    requests: { profile: 2, event: 1204 },
    delivered: { profile: 1, event: 1200 },
    unchanged: 1,
    undelivered: { validation: 2, stopped: 1, unknown_outcome: 1 },
    retries: 1207,
    milliseconds: { p50: 4, p99: 4 },
    dropped: { not_enabled: 6205, bad_external_id: 63, null_value: 63 },
    seconds: 1.849,
  });
});

test("sums up nothing", () => {
  const lines = ["0 batches · 0 requests", "  delivered      0   profile 0   events 0", "  dropped        0"];
  expect(renderSummary(createTally(), { ...options, milliseconds: 0 })).toBe(
    [...lines, "0.0 s · 0 retries", ""].join("\n"),
  );
});

test("knows percentiles to five percent", () => {
  const latencies = createLatencies();
  expect(latencies.percentile(0.5)).toBeUndefined();
  for (let milliseconds = 0; milliseconds <= 1000; milliseconds++) latencies.add(milliseconds);
  expect(latencies.percentile(0)).toBe(0);
  for (const share of [0.5, 0.9, 0.99, 1]) {
    expect(Math.abs((latencies.percentile(share) ?? 0) - 1000 * share)).toBeLessThan(50 * share);
  }
});

function terminal(isTTY: boolean, columns = 20) {
  const writes: string[] = [];
  const write = (chunk: unknown, _: unknown, done: () => void) => {
    writes.push(String(chunk));
    done();
  };
  return { writes, stream: Object.assign(new Writable({ write }), { isTTY, columns }) };
}

test("takes a terminal that does not know its width for a wide one", () => {
  vi.useFakeTimers();
  const { stream, writes } = terminal(true, 0);
  const end = showProgress(stream, () => "0 batches · 0 delivered");
  vi.advanceTimersByTime(100);
  end();
  vi.useRealTimers();
  expect(writes[0]).toContain("0 delivered");
});

test("shows progress on a terminal ten times a second, and takes it away", () => {
  vi.useFakeTimers();
  const { stream, writes } = terminal(true);
  const tally = createTally();
  const end = showProgress(stream, () => renderProgress(tally));
  for (let step = 0; step < 100; step++) {
    countBatch(tally, [], {});
    vi.advanceTimersByTime(10);
  }
  end();
  expect(writes).toHaveLength(11);
  expect(writes[0]).toBe("\r\u001b[K10 batches · 0 deli");
  expect(writes.at(-1)).toBe("\r\u001b[K");
});

test("shows no progress where there is no terminal", () => {
  vi.useFakeTimers();
  const { stream, writes } = terminal(false);
  const end = showProgress(stream, () => "line");
  vi.advanceTimersByTime(1000);
  end();
  expect(writes).toEqual([]);
});

import { expect, test } from "vitest";
import { createHistory } from "../../../src/runtime/telemetry/history.ts";
import { renderStatusPage } from "../../../src/runtime/telemetry/status-page.ts";
import { sampleStatus } from "./sample-status.ts";

test("names from waybills and answers cannot become markup", () => {
  const hostile = `<script>alert(1)</script>"'&`;
  const page = renderStatusPage(
    sampleStatus({
      name: hostile,
      destination: hostile,
      build: hostile,
      drops: [[hostile, 1]],
      lastDeadLetters: [{ id: hostile, at: 0, reason: hostile, kind: hostile, entry: hostile, attempts: 1 }],
    }),
  );
  expect(page).not.toContain("<script");
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
});

test("the first line says what is wrong", () => {
  const { queue } = sampleStatus();
  const first = (parts: Parameters<typeof sampleStatus>[0]) =>
    /role="status" class="(\w+)">([^<]*)/.exec(renderStatusPage(sampleStatus(parts)))?.slice(1, 3);
  expect(first({})).toEqual(["good", "Batches are received and delivered."]);
  expect(first({ isStopping: true })).toEqual(["bad", "The service is stopping."]);
  expect(first({ queue: { ...queue, isAccepting: false } })?.[0]).toBe("bad");
  expect(first({ queue: { ...queue, paused: "401" } })).toEqual(["bad", "Delivery is paused: 401"]);
  expect(first({ queue: { ...queue, oldestSeconds: 301 } })?.[0]).toBe("warning");
});

test("more than eight reasons end in a row of the others", () => {
  const drops = Array.from({ length: 10 }, (_, index) => [`reason${index}`, 10 - index] as const);
  const page = renderStatusPage(sampleStatus({ drops }));
  expect(page).toContain("<td>reason7</td><td>3</td>");
  expect(page).toContain("<td>others</td><td>3</td>");
});

test("a history keeps the last moments, and its rates are of the time asked for", () => {
  const history = createHistory(3);
  expect(history.rates(60_000)).toEqual({ received: 0, delivered: 0 });
  for (const at of [0, 10_000, 20_000, 30_000]) {
    history.add({ at, received: at / 100, delivered: at / 1000, waiting: 0, oldestSeconds: 0 });
  }
  expect(history.samples().map(({ at }) => at)).toEqual([10_000, 20_000, 30_000]);
  expect(history.rates(10_000)).toEqual({ received: 10, delivered: 1 });
});

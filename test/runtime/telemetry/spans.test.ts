import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  trace,
} from "@opentelemetry/api";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeliveryEvent } from "../../../src/runtime/delivery/event.ts";
import { traceEvent } from "../../../src/runtime/telemetry/spans.ts";
import { answer, script, serverError } from "../delivery/harness.ts";
import { createServiceHarness } from "../queue/harness.ts";

interface Recorded {
  readonly name: string;
  readonly traceId: string;
  readonly attributes: Attributes;
  readonly milliseconds: number;
}

const recorded: Recorded[] = [];

/** What a span of these tests needs to know of itself. */
function startSpan(name: string, options: SpanOptions = {}, context: Context = ROOT_CONTEXT): Span {
  const { traceId = "" } = trace.getSpanContext(context) ?? {};
  const { attributes = {}, startTime } = options;
  const rest = trace.wrapSpanContext({ traceId, spanId: "0".repeat(16), traceFlags: 1 });
  return Object.assign(Object.create(rest), {
    setStatus: () => undefined,
    end: (endTime: number) =>
      void recorded.push({ name, traceId, attributes, milliseconds: endTime - Number(startTime) }),
  });
}

function registerProvider(): void {
  const startActiveSpan = () => {
    throw new Error("Nobody calls it here.");
  };
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan, startActiveSpan }) });
}

beforeEach(() => void recorded.splice(0));
afterEach(() => trace.disable());

const batch = (id: string) => ({ id, member: "pat@example.com", profile: { a: id }, events: [`t-${id}`] });

test("all spans of a batch are in one trace, over a restart too, and hold nothing of the member", async () => {
  registerProvider();
  const observe = (event: DeliveryEvent) => traceEvent(event);
  const first = createServiceHarness(script(serverError, answer(200)), { observe });
  await first.accept(batch("b1"), batch("b2"));
  first.dispatcher.start();
  await first.clock.run(first.clock.sleep(15, new AbortController().signal));
  await first.clock.run(first.dispatcher.stop());
  const second = createServiceHarness(script(), { observe, queue: first.queue });
  second.dispatcher.start();
  await second.clock.run(second.clock.sleep(3_600_000, new AbortController().signal));
  const of = (id: string) => recorded.filter(({ attributes }) => attributes["waybill.batch"] === id);
  expect(of("b1").map(({ name }) => name)).toContain("waybill.attempt");
  for (const id of ["b1", "b2"]) {
    expect(of(id)[0]?.name).toBe("waybill.batch");
    expect(new Set(of(id).map(({ traceId }) => traceId)).size).toBe(1);
    expect(of(id)[0]?.traceId).toMatch(/^[0-9a-f]{32}$/);
  }
  expect(of("b1")[0]?.traceId).not.toBe(of("b2")[0]?.traceId);
  const attempts = of("b1").filter(({ name }) => name === "waybill.attempt");
  expect(attempts.map(({ attributes }) => attributes["waybill.outcome"])).toContain("ambiguous");
  expect(attempts.every(({ milliseconds }) => milliseconds >= 10)).toBe(true);
  expect(JSON.stringify(recorded)).not.toMatch(/pat@|t-b/);
});

test("without a provider no span is made", async () => {
  const { deliver, sent } = createServiceHarness(script(), { observe: (event) => traceEvent(event) });
  await deliver(batch("b1"));
  expect(sent).toHaveLength(2);
  expect(recorded).toEqual([]);
});

import { createHash, randomBytes } from "node:crypto";
import { type Context, ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";
import type { AttemptEvent, BatchEvent, DeliveryEvent, SettledEvent } from "../delivery/event.ts";
import { isTraced, type SpanFacts } from "./tracing.ts";

/** A span that is over when it is told of. */
interface PastSpan {
  readonly name: string;
  readonly milliseconds: number;
  readonly facts: SpanFacts;
  readonly hasFailed: boolean;
}

/**
 * Makes OpenTelemetry spans of what happened to a batch: how it was mapped and kept, each attempt, the end of each
 * request. All of them are in one trace, which follows from the batch's identity: so it goes on after a restart, and
 * through a queue that knows nothing of traces. It does nothing until the process registers a provider.
 */
export function traceEvent(event: DeliveryEvent): void {
  if (event.kind !== "batch" && event.kind !== "attempt" && event.kind !== "settled") return;
  if (event.batch === "" || !isTraced()) return;
  const { name, milliseconds, facts, hasFailed } = spanOf(event);
  const endTime = Date.now();
  const options = {
    startTime: endTime - milliseconds,
    attributes: { "waybill.batch": event.batch, ...facts },
    // The POST that brought it, where there was one.
    links: event.kind === "batch" ? linksToActive() : [],
  };
  const span = trace.getTracer("waybill").startSpan(name, options, contextOf(event.batch));
  if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(endTime);
}

function linksToActive() {
  const active = trace.getActiveSpan();
  return active === undefined ? [] : [{ context: active.spanContext() }];
}

/** The trace of a batch. Its first span has a parent that nobody made: there is no other way to choose a trace. */
function contextOf(batch: string): Context {
  const traceId = createHash("sha256").update(batch).digest("hex").slice(0, 32);
  const spanId = randomBytes(8).toString("hex");
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });
}

function spanOf(event: BatchEvent | AttemptEvent | SettledEvent): PastSpan {
  switch (event.kind) {
    case "batch":
      return {
        name: "waybill.batch",
        milliseconds: event.milliseconds,
        facts: { "waybill.result": event.result, "waybill.bytes": event.bytes },
        hasFailed: event.result === "dead_letter",
      };
    case "attempt":
      return {
        name: "waybill.attempt",
        milliseconds: event.milliseconds,
        facts: { ...aboutRequest(event), ...aboutAnswer(event) },
        hasFailed: event.outcome !== "delivered",
      };
    case "settled":
      return {
        name: "waybill.deliver",
        milliseconds: event.ageMilliseconds,
        facts: { ...aboutRequest(event), "waybill.result": event.reason ?? event.result },
        hasFailed: event.result === "dead_letter",
      };
  }
}

function aboutRequest({ request, position, place }: AttemptEvent | SettledEvent): SpanFacts {
  return { "waybill.kind": request, "waybill.position": position, "waybill.entry": place };
}

function aboutAnswer({ outcome, attempt, messageId, status, code }: AttemptEvent): SpanFacts {
  return {
    "waybill.outcome": outcome,
    "waybill.attempt": attempt,
    "waybill.message_id": messageId,
    ...(status === undefined ? {} : { "http.response.status_code": status }),
    ...(code === undefined ? {} : { "error.type": code }),
  };
}

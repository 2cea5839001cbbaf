import { ProxyTracerProvider, SpanStatusCode, trace } from "@opentelemetry/api";

/** Facts of a span; nothing of the member. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/**
 * Runs work inside an OpenTelemetry span. The API alone is here: it does nothing until the process registers a
 * provider, which `--import` of an OpenTelemetry set-up does.
 */
export function traced<Result>(name: string, facts: SpanFacts, work: () => Promise<Result>): Promise<Result> {
  if (!isTraced()) return work();
  return trace.getTracer("waybill").startActiveSpan(name, { attributes: facts }, async (span) => {
    try {
      return await work();
    } catch (error) {
      // The text of an error may quote data: its name is enough.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "error" });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Whether a provider was registered: without one nothing is made of anything. */
export function isTraced(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer("waybill") !== undefined;
}

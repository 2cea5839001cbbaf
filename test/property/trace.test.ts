import fc from "fast-check";
import { expect, test } from "vitest";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { parseText } from "../../src/runtime/emitted/json.ts";
import type { Drop, Request } from "../../src/runtime/emitted/result.ts";
import type { BatchTrace } from "../../src/trace/trace.ts";
import { traceBatch } from "../../src/trace/trace-batch.ts";
import { hideValue } from "../../src/trace/words.ts";
import { arbitraryBatch } from "../support/arbitrary-batch.ts";
import { arbitraryWaybill } from "../support/arbitrary-waybill.ts";
import { memoryReader } from "../support/memory-reader.ts";

test("a trace has each drop once, with words, and every value that is sent, with its key", () => {
  const seen = { sent: 0, dropped: 0 };
  const batches = fc.array(arbitraryBatch, { minLength: 20, maxLength: 20 });
  const property = fc.property(arbitraryWaybill, batches, (waybill, inputs) => {
    const files = { "w.waybill.yaml": JSON.stringify(waybill) };
    const { program } = compileWaybill("w.waybill.yaml", memoryReader(files));
    if (program === undefined) return;
    for (const input of inputs) {
      const { requests, drops } = interpret(program, input);
      const trace = traceBatch(program, input, hideValue);
      expect(trace.requests).toEqual(requests);
      const traced = trace.points.flatMap(({ drop }) => drop ?? []);
      expect(sorted(traced.map(({ why: _, ...drop }) => drop))).toEqual(sorted(drops));
      expect(
        traced.filter(
          ({ why, reason }) => why.length === 0 && reason !== "malformed" && reason !== "not_enabled",
        ),
      ).toEqual([]);
      expect(sentBy(trace)).toEqual(requests.map((request) => [...new Set(membersOf(request))]));
      seen.sent += requests.length;
      seen.dropped += drops.length;
    }
  });
  fc.assert(property, { seed: 7, numRuns: 60, endOnFailure: true });
  expect(seen.sent).toBeGreaterThan(100);
  expect(seen.dropped).toBeGreaterThan(1000);
}, 60_000);

function sorted(drops: readonly Drop[]): readonly string[] {
  return drops
    .map(({ kind, name, event, reason, at }) => JSON.stringify([kind, event, name, reason, at]))
    .sort();
}

/** The keys and values of each request, sorted: those of the body. */
function membersOf({ kind, body }: Request): readonly string[] {
  // A forwarder's bodies are objects of this form.
  const json = parseText(body) as unknown as {
    user?: Record<string, unknown> & {
      user_profile?: Record<string, string>;
      identifiers?: readonly { external_id: string }[];
    };
    events?: Record<string, { context?: Record<string, string> }>;
  };
  if (kind === "event") {
    const [[name, event] = ["", {}]] = Object.entries(json.events ?? {});
    return [name, ...Object.entries(event.context ?? {}).map((pair) => pair.join("="))].sort();
  }
  const { user_profile = {}, identifiers = [], ...fields } = json.user ?? {};
  const ids = identifiers.map(({ external_id }) => `identifiers=${external_id}`);
  return [
    ...ids,
    ...Object.entries({ ...fields }).map((pair) => pair.join("=")),
    ...Object.entries(user_profile).map((pair) => pair.join("=")),
  ].sort();
}

/** The same of a trace, each once: a value that came from two removed names is there twice. */
function sentBy({ requests, points }: BatchTrace): readonly (readonly string[])[] {
  return requests.map((_, index) => {
    const all = points.flatMap(({ sent }) => sent.filter(({ request }) => request === index));
    return [...new Set(all.map(({ key, text }) => (text === undefined ? key : `${key}=${text}`)))].sort();
  });
}

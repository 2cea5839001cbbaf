import { expect } from "vitest";
import type { Program } from "../../src/compiler/check/program.ts";
import { parseText } from "../../src/runtime/emitted/json.ts";
import type { Drop, Request, Result } from "../../src/runtime/emitted/result.ts";
import type { BatchTrace } from "../../src/trace/trace.ts";
import { traceBatch } from "../../src/trace/trace-batch.ts";
import { hideValue } from "../../src/trace/words.ts";

/** Expects that the trace of a batch has each drop once, with words, and every value that is sent, with its key. */
export function expectTraceOf(
  program: Program,
  input: string | Uint8Array,
  { requests, drops }: Result<readonly Drop[]>,
): void {
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
}

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

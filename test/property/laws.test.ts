/**
 * Laws of every forwarder, on random waybills and batches: total, pure, deterministic; and what must not change what
 * is sent: the order of entries that do not overlap, attributes that nobody lists, how events are put into batches.
 */
import { createContext, runInContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bundleForwarder } from "../../src/bundle/bundle.ts";
import { compileWaybill } from "../../src/compiler/compile.ts";
import { randomBatches } from "../../src/generate/random-batches.ts";
import { interpret } from "../../src/interpreter/interpret.ts";
import { createRandom } from "../../src/random/random.ts";
import type { Forward, Request } from "../../src/runtime/emitted/result.ts";
import { differenceOf } from "../../src/verify/difference.ts";
import { arbitraryWaybill, type RandomWaybill } from "../support/arbitrary-waybill.ts";
import { loadEmitted } from "../support/load-emitted.ts";
import { memoryReader } from "../support/memory-reader.ts";

const seed = 20_261_127;
const entry = "w.waybill.yaml";

function compiled(waybill: unknown) {
  const { program, module } = compileWaybill(entry, memoryReader({ [entry]: JSON.stringify(waybill) }));
  return program === undefined || module === undefined ? undefined : { program, module };
}

/** Random waybills without errors, each with batches that know it. */
function samples(count: number, batches: number) {
  return fc.sample(arbitraryWaybill, { seed, numRuns: count * 2 }).flatMap((waybill, index) => {
    const made = compiled(waybill);
    if (made === undefined) return [];
    const known = randomBatches(made.program, index);
    const texts = Array.from({ length: batches }, () => known.next().value ?? "");
    return [{ waybill, ...made, forward: loadEmitted(made.module), batches: texts }];
  });
}

const full = (forward: Forward, batch: string | Uint8Array) => forward(batch, { drops: "full" });

test("total: any JSON, any text and any bytes give a result, never an exception", () => {
  const [sample] = samples(1, 0);
  if (sample === undefined) throw new Error("no waybill");
  const anything = fc.oneof(
    fc.json({ maxDepth: 5 }),
    fc.string({ maxLength: 60 }),
    fc.uint8Array({ maxLength: 60 }),
    fc
      .json()
      .map((json) => `{"mpid":7,"events":${json},"user_attributes":${json},"user_identities":${json}}`),
    fc.json().map((json) => `{"mpid":${json},"events":[{"event_type":"custom_event","data":${json}}]}`),
  );
  const property = fc.property(anything, (input) => {
    const expected = interpret(sample.program, input);
    expect(differenceOf(expected, full(sample.forward, input))).toBeUndefined();
  });
  fc.assert(property, { seed, numRuns: 5_000 });
});

/** Everything that a program shares with the rest of its realm. */
const intrinsics =
  "Object Function Array String Number Boolean BigInt Symbol Map Set WeakMap Date RegExp JSON Math Reflect Promise Error TypeError RangeError SyntaxError Uint8Array Uint32Array DataView ArrayBuffer Intl";

test("pure: the minified bundle changes neither its input nor anything that others share", async () => {
  let compared = 0;
  for (const { module, program, batches } of samples(12, 60)) {
    const { code } = await bundleForwarder(module, { minify: true, form: "script" });
    const realm = createContext({ TextDecoder, TextEncoder });
    // In strict code, which bundles of modules are, a write to something frozen throws.
    const freeze = `for (const name of "${intrinsics}".split(" ")) {
      Object.freeze(globalThis[name]);
      if (globalThis[name].prototype) Object.freeze(globalThis[name].prototype);
    }`;
    const forward: Forward = runInContext(
      `${freeze}(() => {"use strict";${code}return forwarder.forward;})()`,
      realm,
    );
    const names = () => runInContext("Object.getOwnPropertyNames(globalThis).join()", realm);
    const before = names();
    for (const batch of batches) {
      const bytes = Buffer.from(batch);
      const copy = Buffer.from(bytes);
      expect(differenceOf(interpret(program, bytes), full(forward, bytes))).toBeUndefined();
      expect(bytes.equals(copy)).toBe(true);
      compared++;
    }
    expect(names()).toBe(before);
  }
  expect(compared).toBeGreaterThan(500);
}, 60_000);

test("deterministic: a batch gives the same again, whatever came before it", () => {
  for (const { forward, batches } of samples(40, 60)) {
    const first = batches.map((batch) => full(forward, batch));
    const again = batches.toReversed().map((batch) => full(forward, batch));
    expect(again.toReversed()).toEqual(first);
  }
});

/** What is sent, without the order of members in a body: that is the order of the entries. */
function sent(requests: readonly Request[]) {
  return requests.map(({ body, at: _, ...request }) => ({ ...request, body: sorted(JSON.parse(body)) }));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([key, part]) => [key, sorted(part)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

type Entry = Readonly<Record<string, unknown>>;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Shuffles entries; those of one event stay in their order, for it says which of them fires first. */
function shuffleEvents(entries: readonly unknown[], shuffle: <T>(items: readonly T[]) => readonly T[]) {
  const byName = new Map<string, unknown[]>();
  for (const one of entries) {
    const name = nameOf(one).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return shuffle([...byName.values()]).flat();
}

function nameOf(entry: unknown): string {
  if (typeof entry === "string") return entry;
  // Entries are texts or objects.
  const { event, screen, ...short } = entry as Entry;
  return String(event ?? screen ?? Object.keys(short)[0]);
}

test("the order of entries that do not overlap changes nothing that is sent", () => {
  let permuted = 0;
  for (const { waybill, forward, batches } of samples(60, 40)) {
    const random = createRandom(permuted + 1);
    const shuffle = <T>(items: readonly T[]) =>
      items
        .map((item) => [random.below(1_000_000), item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item);
    // The limit of ten goes by the order of attributes: an event's keep theirs.
    const profile = waybill["profile"] as Entry | undefined;
    const other = compiled({
      ...waybill,
      ...(profile && { profile: { ...profile, attributes: shuffle(listOf(profile["attributes"])) } }),
      events: shuffleEvents(listOf(waybill["events"]), shuffle),
      screens: shuffleEvents(listOf(waybill["screens"]), shuffle),
    });
    if (other === undefined) throw new Error("another order is a mistake");
    const forwardOther = loadEmitted(other.module);
    for (const batch of batches)
      expect(sent(forwardOther(batch).requests)).toEqual(sent(forward(batch).requests));
    permuted++;
  }
  expect(permuted).toBeGreaterThan(40);
});

interface Batch {
  readonly user_attributes?: unknown;
  readonly events?: unknown;
}

/** The batches of a sample that are objects, with ids: without them a hash of the content takes their place. */
function batchesWithIds(batches: readonly string[]): readonly (Batch & Entry)[] {
  return batches.flatMap((text) => {
    const batch = parsed(text);
    if (typeof batch !== "object" || batch === null || Array.isArray(batch)) return [];
    const events = listOf((batch as Batch).events).flatMap((event, index) => withId(event, `e-${index}`));
    return [{ ...batch, batch_id: "b-1", events }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withId(event: unknown, id: string): readonly Entry[] {
  if (typeof event !== "object" || event === null) return [];
  const { data } = event as Entry;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return [];
  return [{ ...event, data: { ...data, event_id: id } }];
}

const isObject = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

test("attributes that nobody lists change nothing that is sent, where new ones are dropped", () => {
  const unknown = { "quite unrelated": "1", "Another One": [1, null], "third-one": { a: 1 } };
  let compared = 0;
  for (const { waybill, batches } of samples(60, 40)) {
    const closed = compiled(withoutNew(waybill));
    if (closed === undefined) continue;
    const forward = loadEmitted(closed.module);
    for (const batch of batchesWithIds(batches)) {
      const { user_attributes: user = {} } = batch;
      const more = {
        ...batch,
        ...(isObject(user) && { user_attributes: { ...unknown, ...user } }),
        events: listOf(batch.events).map((event) => withAttributes(event, unknown)),
      };
      const expected = forward(JSON.stringify(batch)).requests;
      expect(forward(JSON.stringify(more)).requests).toEqual(expected);
      compared += expected.length;
    }
  }
  expect(compared).toBeGreaterThan(200);
});

function withoutNew(waybill: RandomWaybill): RandomWaybill {
  const closed = (entry: unknown) =>
    isObject(entry) && "event" in entry ? { ...entry, new_attributes: "drop" } : entry;
  const profile = waybill["profile"];
  return {
    ...waybill,
    ...(isObject(profile) && { profile: { ...profile, new_attributes: "drop" } }),
    events: listOf(waybill["events"]).map(closed),
    screens: listOf(waybill["screens"]).map((entry) =>
      isObject(entry) && "screen" in entry ? { ...entry, new_attributes: "drop" } : entry,
    ),
  };
}

function withAttributes(event: unknown, attributes: Entry): unknown {
  if (!isObject(event) || !isObject(event["data"])) return event;
  const given = event["data"]["custom_attributes"] ?? {};
  if (!isObject(given)) return event;
  return { ...event, data: { ...event["data"], custom_attributes: { ...attributes, ...given } } };
}

test("events give the same requests in one batch and in a batch of their own", () => {
  let compared = 0;
  for (const { forward, batches } of samples(60, 40)) {
    for (const batch of batchesWithIds(batches)) {
      const events = listOf(batch.events);
      const whole = forward(JSON.stringify(batch)).requests.filter(({ kind }) => kind === "event");
      const parts = events.flatMap((event, index) => {
        const { requests } = forward(JSON.stringify({ ...batch, events: [event] }));
        return requests.filter(({ kind }) => kind === "event").map((one) => ({ ...one, position: index }));
      });
      expect(parts).toEqual(whole);
      compared += whole.length;
    }
  }
  expect(compared).toBeGreaterThan(200);
});

/** What one batch shows: the requests of two forwarders side by side, and what each left out. */
import { isList, isObject, type Json, own, parseText } from "../runtime/emitted/json.ts";
import type { Drop, Request, Result } from "../runtime/emitted/result.ts";
import type { BatchInfo, Collector, Sighting } from "./collector.ts";
import { type ReadRequest, readRequest } from "./read-request.ts";

/** A batch and what became of it. */
export interface BatchRun {
  readonly info: BatchInfo;
  readonly batch: string | Uint8Array;
  readonly before: Result<readonly Drop[]>;
  readonly after: Result<readonly Drop[]>;
}

/** Notes everything that a batch shows to be different. */
export function compareBatch(run: BatchRun, collector: Collector): void {
  const { info, before, after } = run;
  collector.countBatch(info.origin);
  for (const side of ["before", "after"] as const) {
    for (const request of run[side].requests) {
      collector.countRequest(side, eventOf(request), info.origin);
    }
  }
  compareReasons(run, collector);
  if (isSameWork(before.requests, after.requests)) return;
  compareGates(run, collector);
  const names = createNames(run.batch);
  for (const [position, pair] of byPosition(before.requests, after.requests)) {
    const from = position < 0 ? undefined : names(position);
    const note = (sighting: Sighting) => collector.add({ from, ...sighting }, info);
    comparePosition(pair, { run, position, note, collector });
  }
}

/** A batch that one of the two leaves out as a whole: the reason comes before what it costs. */
function compareGates({ info, before, after }: BatchRun, collector: Collector): void {
  const change = { kind: "batch", event: undefined, name: "batch", renamed: undefined } as const;
  const refusal = ({ drops }: Result<readonly Drop[]>) => drops.find(({ kind }) => kind === "batch");
  if (before.requests.length > 0 && after.requests.length === 0) {
    const why = refusal(after);
    if (why !== undefined) collector.add({ ...change, class: "drops", why }, info);
  }
  if (before.requests.length === 0 && after.requests.length > 0) {
    const why = refusal(before);
    if (why !== undefined) collector.add({ ...change, class: "adds", why }, info);
  }
}

interface Place {
  readonly run: BatchRun;
  readonly position: number;
  readonly note: (sighting: Sighting) => void;
  readonly collector: Collector;
}

/** The name between the quotes of `{"events":{"…":`, without reading the rest. */
function eventOf({ kind, body }: Request): string | undefined {
  if (kind === "profile") return undefined;
  const name = /^\{"events":\{("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
  return name === undefined ? "" : String(JSON.parse(name));
}

function isSameWork(before: readonly Request[], after: readonly Request[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ body, path, position }, index) => {
      const other = after[index];
      return body === other?.body && path === other.path && position === other.position;
    })
  );
}

interface Pair {
  readonly before: Request[];
  readonly after: Request[];
}

function byPosition(
  before: readonly Request[],
  after: readonly Request[],
): readonly (readonly [number, Pair])[] {
  const pairs = new Map<number, Pair>();
  for (const [side, requests] of [["before", before] as const, ["after", after] as const]) {
    for (const request of requests) {
      const pair = pairs.get(request.position) ?? { before: [], after: [] };
      pair[side].push(request);
      pairs.set(request.position, pair);
    }
  }
  return [...pairs].sort(([one], [other]) => one - other);
}

/** The requests of one data point: first those of one name, then those that may be one under another name. */
function comparePosition(pair: Pair, place: Place): void {
  if (isSameWork(pair.before, pair.after)) return;
  const [before, after] = [pair.before.map(readRequest), pair.after.map(readRequest)];
  const gone: ReadRequest[] = [];
  for (const one of before) {
    const at = after.findIndex(({ event }) => event === one.event);
    const [other] = at < 0 ? [] : after.splice(at, 1);
    if (other === undefined) gone.push(one);
    else compareRequests(one, other, place);
  }
  const left = gone.filter((one) => !renameOf(one, after, isSameContent, place));
  const lost = left.filter((one) => !renameOf(one, after, () => true, place));
  for (const one of lost) noteWhole("drops", one, place);
  for (const one of after) noteWhole("adds", one, place);
}

/** Takes an event that may be this one under another name; says whether there was one. */
function renameOf(
  one: ReadRequest,
  others: ReadRequest[],
  isIt: (one: ReadRequest, other: ReadRequest) => boolean,
  place: Place,
): boolean {
  const at = others.findIndex((other) => one.event !== undefined && isIt(one, other));
  const [other] = at < 0 ? [] : others.splice(at, 1);
  if (other === undefined || one.event === undefined) return false;
  place.note({
    ...{ class: "changes", kind: "event_renamed", event: undefined },
    ...{ name: one.event, renamed: other.event, before: one.event, after: other.event },
  });
  compareRequests(one, other, place);
  return true;
}

function isSameContent(one: ReadRequest, other: ReadRequest): boolean {
  const context = ({ values }: ReadRequest) =>
    JSON.stringify([...values].filter(([key]) => key !== "transaction_id"));
  return context(one) === context(other);
}

function noteWhole(of: "drops" | "adds", { event, request }: ReadRequest, place: Place): void {
  const { run, position, note } = place;
  const [left] = (of === "drops" ? run.after : run.before).drops.filter((drop) => isAbout(drop, position));
  const why = left && { reason: left.reason, at: left.at };
  const kind = event === undefined ? "profile" : "event";
  const shown = event ?? request.externalId;
  const values = of === "drops" ? { before: shown } : { after: shown };
  note({ class: of, kind, event: undefined, name: event ?? "profile", renamed: undefined, why, ...values });
}

/** Whether a drop is that of a whole data point: the batch, the profile, or the event at a position. */
function isAbout({ kind, event }: Drop, position: number): boolean {
  return kind === "batch" || (position < 0 ? kind === "profile" : kind === "event" && event === position);
}

function compareRequests(one: ReadRequest, other: ReadRequest, place: Place): void {
  const { note, collector } = place;
  const { event } = other;
  const common = { event, renamed: undefined };
  if (one.request.externalId !== other.request.externalId) {
    const [before, after] = [one.request.externalId, other.request.externalId];
    note({ ...common, class: "changes", kind: "member", name: event ?? "profile", before, after });
  }
  const lost = [...one.values].filter(([key]) => !other.values.has(key));
  const gained = [...other.values].filter(([key]) => !one.values.has(key));
  const changed = [...one.values].filter(([key, text]) => (other.values.get(key) ?? text) !== text);
  for (const [name, before] of lost) {
    const why = causeOf(place);
    note({ ...common, class: "drops", kind: "attribute", name, before, why });
  }
  for (const [name, after] of gained) note({ ...common, class: "adds", kind: "attribute", name, after });
  for (const [name, before] of changed) {
    note({ ...common, class: "changes", kind: "attribute", name, before, after: other.values.get(name) });
  }
  for (const [from, text] of lost) {
    for (const [to] of gained.filter(([, same]) => same === text)) collector.addMoved(event, from, to);
  }
  const isSame = lost.length + gained.length + changed.length === 0;
  if (isSame && one.event === event && one.request.body !== other.request.body) {
    note({ ...common, class: "cosmetic", kind: "order", name: event ?? "profile" });
  }
}

/** The one thing that the second waybill left out of a data point and the first did not, if there is one. */
function causeOf({ run, position }: Place): Sighting["why"] {
  const parts = (drops: readonly Drop[]) =>
    drops.filter(({ kind, event }) => {
      return position < 0 ? kind === "attribute" || kind === "identity" : event === position;
    });
  const known = new Set(parts(run.before.drops).map(({ kind, name }) => `${kind} ${name}`));
  const fresh = parts(run.after.drops).filter(({ kind, name }) => !known.has(`${kind} ${name}`));
  const [only, another] = fresh;
  return only === undefined || another !== undefined ? undefined : { reason: only.reason, at: only.at };
}

function compareReasons({ info, before, after }: BatchRun, collector: Collector): void {
  const isSame =
    before.drops.length === after.drops.length &&
    before.drops.every(({ reason, name }, index) => {
      return reason === after.drops[index]?.reason && name === after.drops[index]?.name;
    });
  if (isSame) return;
  const key = ({ kind, event, name }: Drop) => JSON.stringify([kind, event, name]);
  const reasons = new Map(before.drops.map((drop) => [key(drop), drop.reason]));
  for (const drop of after.drops) {
    const reason = reasons.get(key(drop));
    if (reason === undefined || reason === drop.reason) continue;
    const change = { class: "cosmetic", kind: "reason", event: undefined, renamed: undefined } as const;
    collector.add({ ...change, name: `${drop.kind}: ${reason} → ${drop.reason}` }, info);
  }
}

/** Returns the mParticle name of an event of the batch, which is read when the first is asked for. */
function createNames(batch: string | Uint8Array): (position: number) => string | undefined {
  let events: readonly Json[] | undefined;
  return (position) => {
    events ??= eventsOf(batch);
    const event = events[position];
    const data = isObject(event) ? own(event, "data") : undefined;
    const names = isObject(data) ? [own(data, "event_name"), own(data, "screen_name")] : [];
    return names.find((name) => typeof name === "string");
  };
}

function eventsOf(batch: string | Uint8Array): readonly Json[] {
  const text = typeof batch === "string" ? batch : new TextDecoder().decode(batch);
  const json = parseText(text.replace(/^\ufeff/, ""));
  const events = isObject(json) ? own(json, "events") : undefined;
  return isList(events) ? events : [];
}

/** `language.md` §4, events: one request for each entry that fires. */
import type { EventEntry, Program } from "../compiler/check/program.ts";
import { placeOf, type Span } from "../compiler/source/source-file.ts";
import { contentHash } from "../runtime/emitted/hash.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import type { Drop, Reason } from "../runtime/emitted/result.ts";
import type { Candidate } from "./candidate.ts";
import { type Attributes, evaluateEntry, evaluateNew, type Target } from "./entries.ts";
import { isMet } from "./expression.ts";
import { createLedger } from "./ledger.ts";
import type { Scope } from "./sources.ts";
import { foldCase, idOf, inStyle, isAbsent, isSameName, member, objectOf } from "./values.ts";

/** A request of an event: its body and the entry that made it. */
export interface EventRequest {
  readonly body: string;
  readonly span: Span;
}

export interface EventResult {
  readonly requests: readonly EventRequest[];
  readonly drops: readonly Drop[];
}

/** Makes the requests of one event of a batch. */
export function makeEvent(program: Program, batch: Candidate, event: Json, index: number): EventResult {
  const dropped = (reason: Reason, span: Span, name: string | null = null): EventResult => ({
    requests: [],
    drops: [{ kind: "event", name, event: index, reason, at: placeOf(span) }],
  });
  const json = objectOf(event);
  const kind = json?.["event_type"];
  const decider = program.newEvents.value ? program.newEvents.span : program.events.span;
  if (typeof kind !== "string" || kind === "") return dropped("malformed", decider);
  if (kind !== "custom_event" && kind !== "screen_view") return dropped("event_type", decider);
  const data = objectOf(json?.["data"]);
  const name = data?.[kind === "custom_event" ? "event_name" : "screen_name"];
  if (json === undefined || data === undefined || typeof name !== "string" || name === "") {
    return dropped("malformed", decider);
  }
  const list = kind === "custom_event" ? program.events : program.screens;
  const type = data["custom_event_type"];
  batch.record?.({ kind: "event", index, name, isScreen: kind === "screen_view", type });
  const entries = list.entries.filter(
    (entry) =>
      isSameName(entry.name, name, program.source.names) && (entry.type === undefined || entry.type === type),
  );
  const occurrence = { program, batch, json, data, name, index };
  if (entries.length > 0)
    return fire(entries, occurrence) ?? dropped("condition", conditionOf(entries), name);
  if (!program.newEvents.value) return dropped("not_enabled", list.span, name);
  const defined = program.defined.events?.items.map((item) => item.text);
  if (defined !== undefined && !defined.includes(name)) return dropped("not_defined", decider, name);
  return forwardNew(name, occurrence);
}

interface Occurrence {
  readonly program: Program;
  readonly batch: Candidate;
  readonly json: JsonObject;
  readonly data: JsonObject;
  readonly name: string;
  readonly index: number;
}

/** §4.16: every entry whose condition is true fires; undefined where none does. */
function fire(entries: readonly EventEntry[], occurrence: Occurrence): EventResult | undefined {
  const attributes = readAttributes(occurrence);
  const sent: string[] = [];
  const requests: EventRequest[] = [];
  for (const entry of entries) {
    const outcome = outcomeOf(entry, sent, attributes.scope);
    occurrence.batch.record?.({ kind: "event_entry", entry, outcome });
    if (outcome !== "fires") continue;
    const context = makeContext(entry, attributes, occurrence.program);
    requests.push({ body: bodyOf(entry.to, sent.length > 0, context, occurrence), span: entry.span });
    sent.push(entry.to);
  }
  const first = requests[0];
  return first && { requests, drops: dropsOf(attributes, occurrence, first.span) };
}

/** Why an entry that matches does not fire, or that it does. */
function outcomeOf({ condition, to }: EventEntry, sent: readonly string[], scope: Scope) {
  if (condition === "otherwise" && sent.length > 0) return "otherwise";
  if (typeof condition === "object" && !isMet(condition.value, scope)) return "condition";
  return sent.includes(to) ? "duplicate" : "fires";
}

/** The first condition of the entries decides where none fires: each of them has one then. */
function conditionOf(entries: readonly EventEntry[]): Span {
  const spans = entries.flatMap(({ condition }) => (typeof condition === "object" ? condition.span : []));
  const [first] = spans;
  if (first === undefined) throw new Error("an entry without a condition fires");
  return first;
}

function forwardNew(name: string, occurrence: Occurrence): EventResult {
  const { span } = occurrence.program.newEvents;
  occurrence.batch.record?.({ kind: "new_event", span });
  const body = bodyOf(name, false, [], occurrence);
  return { requests: [{ body, span }], drops: dropsOf(readAttributes(occurrence), occurrence, span) };
}

function readAttributes({ program, batch, data, name }: Occurrence): Attributes {
  const values = objectOf(data["custom_attributes"]) ?? {};
  const type = data["custom_event_type"];
  const event = {
    name,
    type: typeof type === "string" && type !== "" ? type : undefined,
    time: timeOf(data, batch.json),
    attributes: values,
  };
  const scope = { batch, names: program.source.names, event };
  return { values, removed: [], ledger: createLedger(), scope };
}

function makeContext(entry: EventEntry, from: Attributes, program: Program): Target["members"] {
  const to: Target = { members: [], limit: 10, keepsEmpty: true, sendsRemoved: false, lists: "comma" };
  const { names } = program.source;
  for (const attribute of entry.attributes) evaluateEntry(attribute, attribute.key, from, to, names);
  const isDeclared = (name: string) =>
    entry.attributes.some((attribute) => attribute.names.some((one) => isSameName(one, name, names)));
  if (entry.newAttributes.value) {
    evaluateNew(
      {
        isNew: (name) =>
          !isDeclared(name) && name !== "mParticle Source Feed" && !foldCase(name).startsWith("sessionm_"),
        declaredKeys: entry.attributes.map(({ key }) => key),
        makeKey: (name) => inStyle(name, program.casing.eventAttributes),
        defined: undefined,
        most: 10,
        reason: "attribute_limit",
        span: entry.newAttributes.span,
      },
      from,
      to,
    );
  }
  return to.members;
}

/** §4.18. */
function bodyOf(to: string, isLater: boolean, context: Target["members"], occurrence: Occurrence): string {
  const { data, json, batch } = occurrence;
  const id = idOf(data["event_id"]) ?? idOf(data["source_message_id"]) ?? contentHash(json);
  const time = timeOf(data, batch.json);
  const parts = [`"transaction_id":${JSON.stringify(isLater ? `${id}:${to}` : id)}`, `"qty":"1"`];
  if (time !== undefined) parts.push(`"date":${JSON.stringify(new Date(time).toISOString())}`);
  if (context.length > 0) parts.push(`"context":{${context.map(member).join(",")}}`);
  return `{"events":{${JSON.stringify(to)}:{${parts.join(",")}}}}`;
}

/** The event's time, else the batch's. */
function timeOf(data: JsonObject, batch: JsonObject): number | undefined {
  const times = [data["timestamp_unixtime_ms"], batch["timestamp_unixtime_ms"]].map((time) => {
    const text = idOf(time) ?? "";
    return /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  });
  return times.find((time) => !Number.isNaN(new Date(time).getTime()));
}

function dropsOf({ values, ledger }: Attributes, { data, index }: Occurrence, span: Span): readonly Drop[] {
  const given = data["custom_attributes"];
  if (!isAbsent(given) && objectOf(given) === undefined) {
    return [{ kind: "event_attribute", name: null, event: index, reason: "malformed", at: placeOf(span) }];
  }
  return Object.keys(values).flatMap((name) => ledger.dropOf(name, "event_attribute", index, span) ?? []);
}

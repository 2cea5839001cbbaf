/** `language.md` §4, events: one request for each entry that fires. */
import type { EventEntry, Program } from "../compiler/check/program.ts";
import { placeOf, type Span } from "../compiler/source/source-file.ts";
import { contentHash } from "../runtime/emitted/hash.ts";
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import type { Drop, Reason } from "../runtime/emitted/result.ts";
import { type Attributes, evaluateEntry, evaluateNew, type Target } from "./entries.ts";
import { createLedger } from "./ledger.ts";
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
export function makeEvent(program: Program, batch: JsonObject, event: Json, index: number): EventResult {
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
  const entries = list.entries.filter(
    (entry) =>
      isSameName(entry.name, name, program.source.names) && (entry.type === undefined || entry.type === type),
  );
  const occurrence = { program, batch, json, data, index };
  if (entries.length > 0) return fire(entries, occurrence);
  if (!program.newEvents.value) return dropped("not_enabled", list.span, name);
  const defined = program.defined.events?.items.map((item) => item.text);
  if (defined !== undefined && !defined.includes(name)) return dropped("not_defined", decider, name);
  return forwardNew(name, occurrence);
}

interface Occurrence {
  readonly program: Program;
  readonly batch: JsonObject;
  readonly json: JsonObject;
  readonly data: JsonObject;
  readonly index: number;
}

function fire(entries: readonly EventEntry[], occurrence: Occurrence): EventResult {
  const attributes = readAttributes(occurrence);
  const sent: string[] = [];
  const requests: EventRequest[] = [];
  for (const entry of entries) {
    if (entry.condition === "otherwise" && requests.length > 0) continue;
    if (sent.includes(entry.to)) continue;
    const context = makeContext(entry, attributes, occurrence.program);
    requests.push({ body: bodyOf(entry.to, sent.length > 0, context, occurrence), span: entry.span });
    sent.push(entry.to);
  }
  const first = requests[0]?.span ?? occurrence.program.span;
  return { requests, drops: dropsOf(attributes, occurrence, first) };
}

function forwardNew(name: string, occurrence: Occurrence): EventResult {
  const { span } = occurrence.program.newEvents;
  const body = bodyOf(name, false, [], occurrence);
  return { requests: [{ body, span }], drops: dropsOf(readAttributes(occurrence), occurrence, span) };
}

function readAttributes({ data }: Occurrence): Attributes {
  return { values: objectOf(data["custom_attributes"]) ?? {}, removed: [], ledger: createLedger() };
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
  const date = dateOf(data["timestamp_unixtime_ms"]) ?? dateOf(batch["timestamp_unixtime_ms"]);
  const parts = [`"transaction_id":${JSON.stringify(isLater ? `${id}:${to}` : id)}`, `"qty":"1"`];
  if (date !== undefined) parts.push(`"date":${JSON.stringify(date)}`);
  if (context.length > 0) parts.push(`"context":{${context.map(member).join(",")}}`);
  return `{"events":{${JSON.stringify(to)}:{${parts.join(",")}}}}`;
}

function dateOf(time: Json | undefined): string | undefined {
  const text = idOf(time) ?? "";
  if (!/^[0-9]+$/.test(text)) return undefined;
  const date = new Date(Number(text));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function dropsOf({ values, ledger }: Attributes, { data, index }: Occurrence, span: Span): readonly Drop[] {
  const given = data["custom_attributes"];
  if (!isAbsent(given) && objectOf(given) === undefined) {
    return [{ kind: "event_attribute", name: null, event: index, reason: "malformed", at: placeOf(span) }];
  }
  return Object.keys(values).flatMap((name) => ledger.dropOf(name, "event_attribute", index, span) ?? []);
}

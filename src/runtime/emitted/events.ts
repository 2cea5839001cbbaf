import type { Batch } from "./batch.ts";
import { type Given, givenAttributes, type NameMatching } from "./given.ts";
import { isAbsent, isList, isObject, type Json, type JsonObject } from "./json.ts";
import { dropEvent, type Outbox } from "./outbox.ts";
import type { Place } from "./result.ts";

/** A custom event or screen view that has a name. */
export interface ReceivedEvent {
  readonly index: number;
  readonly kind: "custom_event" | "screen_view";
  readonly name: string;
  /** The `custom_event_type`, where it is text. */
  readonly type: string | undefined;
  readonly json: JsonObject;
  readonly data: JsonObject;
  readonly given: Given;
  /** The SessionM events that were sent for it, in order. */
  readonly sent: string[];
  /** The entry that sent it first. */
  at: Place | undefined;
  /** The first condition that was not true. */
  unmet: Place | undefined;
}

/** Reads the batch's events in order; those that cannot be forwarded are dropped (`language.md` §4.15). */
export function readEvents(
  { json }: Batch,
  names: NameMatching,
  out: Outbox,
  at: Place,
): readonly ReceivedEvent[] {
  const events = json["events"];
  if (isAbsent(events)) return [];
  if (!isList(events)) {
    dropEvent(out, null, null, "malformed", at);
    return [];
  }
  const read: ReceivedEvent[] = [];
  for (const [index, json] of events.entries()) {
    const event = readEvent(json, index, names, out, at);
    if (event !== undefined) read.push(event);
  }
  return read;
}

function readEvent(
  json: Json,
  index: number,
  names: NameMatching,
  out: Outbox,
  at: Place,
): ReceivedEvent | undefined {
  const kind = isObject(json) ? json["event_type"] : undefined;
  const data = isObject(json) ? json["data"] : undefined;
  if (kind !== "custom_event" && kind !== "screen_view") {
    dropEvent(out, index, null, typeof kind === "string" && kind !== "" ? "event_type" : "malformed", at);
    return undefined;
  }
  const name = isObject(data) ? data[kind === "custom_event" ? "event_name" : "screen_name"] : undefined;
  if (!isObject(json) || !isObject(data) || typeof name !== "string" || name === "") {
    dropEvent(out, index, null, "malformed", at);
    return undefined;
  }
  const type = data["custom_event_type"];
  const attributes = data["custom_attributes"];
  const given = givenAttributes(isObject(attributes) ? attributes : {}, names);
  return {
    index,
    kind,
    name,
    type: typeof type === "string" && type !== "" ? type : undefined,
    json,
    data,
    given,
    sent: [],
    at: undefined,
    unmet: undefined,
  };
}

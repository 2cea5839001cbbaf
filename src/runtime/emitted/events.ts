import { attributesAt } from "./attributes.ts";
import type { Batch } from "./batch.ts";
import { type Given, givenAttributes, type NameMatching } from "./given.ts";
import { isAbsent } from "./json.ts";
import { members } from "./members.ts";
import { dropEvent, type Outbox } from "./outbox.ts";
import type { Place } from "./result.ts";
import { listKind } from "./tape/row.ts";
import { kindOf, memberOf, type Node, root, type Tape } from "./tape/tape.ts";
import { memberValue, nodesIn, valueAt } from "./tape/values.ts";

/** A custom event or screen view that has a name. */
export interface ReceivedEvent {
  readonly index: number;
  readonly kind: "custom_event" | "screen_view";
  readonly name: string;
  /** The `custom_event_type`, where it is text. */
  readonly type: string | undefined;
  readonly tape: Tape;
  readonly node: Node;
  readonly data: Node;
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
  { tape }: Batch,
  names: NameMatching,
  out: Outbox,
  at: Place,
): readonly ReceivedEvent[] {
  const events = memberOf(tape, root, members.events);
  if (kindOf(tape, events) !== listKind) {
    if (isAbsent(valueAt(tape, events))) return [];
    dropEvent(out, null, null, "malformed", at);
    return [];
  }
  const read: ReceivedEvent[] = [];
  for (const [index, node] of nodesIn(tape, events).entries()) {
    const event = readEvent(tape, node, index, names, out, at);
    if (event !== undefined) read.push(event);
  }
  return read;
}

function readEvent(
  tape: Tape,
  node: Node,
  index: number,
  names: NameMatching,
  out: Outbox,
  at: Place,
): ReceivedEvent | undefined {
  const kind = memberValue(tape, node, members.eventType);
  const data = memberOf(tape, node, members.data);
  if (kind !== "custom_event" && kind !== "screen_view") {
    dropEvent(out, index, null, typeof kind === "string" && kind !== "" ? "event_type" : "malformed", at);
    return undefined;
  }
  const name = memberValue(tape, data, kind === "custom_event" ? members.eventName : members.screenName);
  if (typeof name !== "string" || name === "") {
    dropEvent(out, index, null, "malformed", at);
    return undefined;
  }
  const type = memberValue(tape, data, members.customEventType);
  const attributes = memberOf(tape, data, members.customAttributes);
  const given = givenAttributes(attributesAt(tape, attributes), names);
  return {
    index,
    kind,
    name,
    type: typeof type === "string" && type !== "" ? type : undefined,
    tape,
    node,
    data,
    given,
    sent: [],
    at: undefined,
    unmet: undefined,
  };
}

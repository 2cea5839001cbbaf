import type { ReceivedEvent } from "./events.ts";
import { contentHash } from "./hash.ts";
import { isoDate } from "./iso-date.ts";
import type { Json } from "./json.ts";
import { members } from "./members.ts";
import { root } from "./tape/tape.ts";
import { memberValue, valueAt } from "./tape/values.ts";
import { idText } from "./text.ts";

/** Returns the `transaction_id` of the event's next request (`language.md` §4.18). */
export function transactionId({ tape, node, data, sent }: ReceivedEvent, to: string): string {
  const id =
    idText(memberValue(tape, data, members.eventId)) ??
    idText(memberValue(tape, data, members.sourceMessageId)) ??
    contentHash(valueAt(tape, node) ?? null);
  return sent.length === 0 ? id : `${id}:${to}`;
}

/** Returns when the event happened, as ISO 8601 in UTC with milliseconds (`language.md` §4.18). */
export function eventDate(event: ReceivedEvent): string | undefined {
  const time = eventTime(event);
  return time === undefined ? undefined : isoDate(time);
}

/** Returns when the event happened, in milliseconds since 1970: its own time, else the batch's. */
export function eventTime({ tape, data }: ReceivedEvent): number | undefined {
  return (
    timeOf(memberValue(tape, data, members.timestamp)) ?? timeOf(memberValue(tape, root, members.timestamp))
  );
}

/** The last millisecond that a JavaScript date can hold. */
const lastTime = 8.64e15;

function timeOf(timestamp: Json | undefined): number | undefined {
  if (typeof timestamp === "number") {
    return Number.isInteger(timestamp) && timestamp >= 0 && timestamp <= lastTime ? timestamp : undefined;
  }
  const text = idText(timestamp);
  if (text === undefined || !/^\d+$/.test(text) || Number(text) > lastTime) return undefined;
  return Number(text);
}

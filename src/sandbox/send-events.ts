import { type Answer, argumentError, isRefusal, jsonAnswer, okAnswer, type Refusal } from "./answers.ts";
import type { Content } from "./call.ts";
import { checkEvents, type Occurrence } from "./check-events.ts";
import type { EventLog, StoredEvent } from "./event-log.ts";
import { findUser } from "./find-user.ts";
import { isRecord } from "./json.ts";
import type { Target } from "./routes.ts";
import type { Rules } from "./rules.ts";
import type { Store } from "./store.ts";
import { renderUser, type User } from "./users.ts";

interface Recipient {
  readonly user: User;
  readonly sentTo: string;
}

/** Carries out POST …/events. */
export function sendEvents(target: Target, content: Content, rules: Rules, store: Store): Answer | Refusal {
  const { switches } = rules;
  const user = findUser(target, switches.missing_user_on_event, rules, store.users);
  if (isRefusal(user)) return user;
  const isAsync = asksForAsync(content);
  if (isAsync && switches.async_events === "error") {
    return argumentError("async is not accepted");
  }
  const checked = checkEvents(content.json, rules);
  if (isRefusal(checked)) return checked;
  const judged = checked.map((entry) =>
    isRefusal(entry) ? entry : judgeTransaction(entry, user, rules, store.events),
  );
  const refusal = judged.find(isRefusal);
  if (refusal !== undefined && switches.several_events !== "partial") return refusal;
  const occurrences = judged.flatMap((entry) => (isRefusal(entry) ? [] : [entry]));
  storeEvents(occurrences, { user, sentTo: target.value }, rules, store);
  if (refusal !== undefined) return refusal;
  const note = occurrences.flatMap((occurrence) => occurrence.notes).join("; ");
  if (isAsync && switches.async_events === "accept") return jsonAnswer(202, { status: "ok" }, "ok", note);
  return okAnswer({ user: renderUser(user) }, switches, note);
}

function asksForAsync({ query, json }: Content): boolean {
  const flag = query.get("async") ?? (isRecord(json) ? json["async"] : undefined);
  return flag === true || flag === "true";
}

function judgeTransaction(
  occurrence: Occurrence,
  user: User,
  { switches, now }: Rules,
  events: EventLog,
): Occurrence | Refusal {
  const key = transactionKey(occurrence, user, switches.transaction_id_scope);
  const hour = 60 * 60 * 1000;
  const since = switches.transaction_id_window === "one_hour" ? now - hour : 0;
  if (key === undefined || switches.transaction_id === "none" || !events.hasTransaction(key, since)) {
    return occurrence;
  }
  const message = "transaction_id was seen before";
  if (switches.transaction_id === "error") return { refused: "validation", message, status: 409 };
  return { ...occurrence, stored: false, notes: [...occurrence.notes, `ignored: ${message}`] };
}

function transactionKey(
  { transactionId, name }: Occurrence,
  user: User,
  scope: Rules["switches"]["transaction_id_scope"],
): string | undefined {
  if (transactionId === null) return undefined;
  if (scope === "app") return transactionId;
  return JSON.stringify(scope === "user" ? [user.id, transactionId] : [user.id, name, transactionId]);
}

function storeEvents(
  occurrences: readonly Occurrence[],
  { user, sentTo }: Recipient,
  { switches, now }: Rules,
  { users, events }: Store,
): void {
  // The user may be new: an event that is refused must not create it.
  if (occurrences.length > 0) users.save(user);
  for (const occurrence of occurrences) {
    if (!occurrence.stored) continue;
    events.add(renderEvent(occurrence, { user, sentTo }, now));
    const key = transactionKey(occurrence, user, switches.transaction_id_scope);
    if (key !== undefined) events.noteTransaction(key, now);
  }
}

function renderEvent(
  { name, transactionId, qty, date, context }: Occurrence,
  { user, sentTo }: Recipient,
  now: number,
): Omit<StoredEvent, "number"> {
  return {
    user_id: user.id,
    sent_to: sentTo,
    name,
    transaction_id: transactionId,
    qty,
    date,
    context,
    received_at: new Date(now).toISOString(),
    cause: "request",
  };
}

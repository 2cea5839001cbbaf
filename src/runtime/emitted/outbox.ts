import { type Attributes, listingOf } from "./attributes.ts";
import { type Batch, batchIdentity, type ReceivedIdentity } from "./batch.ts";
import { eventDate, transactionId } from "./event-facts.ts";
import type { ReceivedEvent } from "./events.ts";
import { countSent, visitReasons } from "./fates.ts";
import type { Fields } from "./fields.ts";
import type { Given } from "./given.ts";
import { isBlank } from "./identities.ts";
import { isAbsent } from "./json.ts";
import { members } from "./members.ts";
import { quoteText } from "./quote.ts";
import type { Drop, ForwardOptions, Place, Reason, Request, Result } from "./result.ts";
import { listKind, objectKind } from "./tape/row.ts";
import { kindOf, memberOf, root } from "./tape/tape.ts";
import { nodesIn, valueAt } from "./tape/values.ts";
import { idText } from "./text.ts";

/** What a forwarder makes of one batch, while it makes it. */
export interface Outbox {
  readonly requests: Request[];
  readonly counts: { [reason in Reason]?: number };
  /** Every drop, where `drops: "full"` was asked for. */
  readonly list: Drop[] | undefined;
}

/** A batch whose requests have an address. */
export interface Addressed {
  readonly batch: Batch;
  readonly externalId: string;
  /** The path of the member, percent-encoded. */
  readonly path: string;
  /** The batch's identity; made when first needed. */
  identity: string | undefined;
}

/** Returns an empty outbox. */
export function createOutbox(options: ForwardOptions | undefined): Outbox {
  return { requests: [], counts: {}, list: options?.drops === "full" ? [] : undefined };
}

/** Returns the result of a batch. */
export function resultOf({ requests, counts, list }: Outbox): Result {
  return { requests, drops: list ?? counts };
}

/** Returns the batch with the path of its member (`language.md` §4, profile). */
export function addressTo(batch: Batch, externalId: string): Addressed {
  const path = `/priv/v1/apps/{api_key}/external/users/${encodeURIComponent(externalId)}`;
  return { batch, externalId, path, identity: undefined };
}

function drop(
  out: Outbox,
  kind: Drop["kind"],
  name: string | null,
  event: number | null,
  reason: Reason,
  at: Place,
): void {
  out.counts[reason] = (out.counts[reason] ?? 0) + 1;
  out.list?.push({ kind, name, event, reason, at });
}

/** Drops the batch as a whole. */
export function dropBatch(out: Outbox, reason: Reason, at: Place): void {
  drop(out, "batch", null, null, reason, at);
}

/** Drops an event as a whole; `index` is null where the list of events itself is malformed. */
export function dropEvent(
  out: Outbox,
  index: number | null,
  name: string | null,
  reason: Reason,
  at: Place,
): void {
  drop(out, "event", name, index, reason, at);
}

/** Drops the profile as a whole: its condition is not true. What is in it is not counted again. */
export function dropProfile(out: Outbox, at: Place): void {
  drop(out, "profile", null, null, "condition", at);
}

/** An entry of SessionM's `identifiers`. */
export interface Identifier {
  readonly external_id: string;
  readonly external_id_type: string;
}

/** The parts of a profile request. */
export interface ProfileParts {
  readonly user: Fields;
  readonly custom: Fields;
  readonly identifiers: readonly Identifier[];
}

/** Adds an identity to SessionM's `identifiers`; undefined where there is none. */
export function sendIdentifier(identifiers: Identifier[], type: string, id: string | undefined): void {
  if (id !== undefined) identifiers.push({ external_id: id, external_id_type: type });
}

/** Sends the profile, unless there is nothing to say. */
export function sendProfile(out: Outbox, to: Addressed, parts: ProfileParts, at: Place): void {
  const { user, custom, identifiers } = parts;
  let members = user.json;
  if (identifiers.length > 0) members = joined(members, `"identifiers":${JSON.stringify(identifiers)}`);
  if (custom.count > 0) members = joined(members, `"user_profile":{${custom.json}}`);
  if (members === "") return;
  const body = `{"user":{${members}}}`;
  request(out, to, { kind: "profile", method: "PUT", path: to.path, body }, -1, at);
}

function joined(members: string, member: string): string {
  return members === "" ? member : `${members},${member}`;
}

/** Sends an event under its SessionM name. */
export function sendEvent(
  out: Outbox,
  to: Addressed,
  event: ReceivedEvent,
  name: string,
  context: Fields | undefined,
  at: Place,
): void {
  const date = eventDate(event);
  const id = quoteText(transactionId(event, name));
  const dateMember = date === undefined ? "" : `,"date":"${date}"`;
  const contextMember = context && context.count > 0 ? `,"context":{${context.json}}` : "";
  const body = `{"events":{${quoteText(name)}:{"transaction_id":${id},"qty":"1"${dateMember}${contextMember}}}}`;
  event.sent.push(name);
  event.at ??= at;
  request(out, to, { kind: "event", method: "POST", path: `${to.path}/events`, body }, event.index, at);
}

function request(
  out: Outbox,
  to: Addressed,
  { kind, method, path, body }: Pick<Request, "kind" | "method" | "path" | "body">,
  position: number,
  at: Place,
): void {
  to.identity ??= batchIdentity(to.batch);
  const { externalId, identity: batch } = to;
  out.requests.push({ kind, method, path, body, externalId, batch, position, at });
}

/** Accounts for the user attributes that did not go out. */
export function dropUserAttributes(out: Outbox, { tape, attributes }: Batch, given: Given, at: Place): void {
  dropMalformed(out, "attribute", attributes, null, at);
  const deleted = memberOf(tape, root, members.deletedUserAttributes);
  if (kindOf(tape, deleted) === listKind) {
    for (const name of nodesIn(tape, deleted)) {
      if (typeof valueAt(tape, name) !== "string") drop(out, "attribute", null, null, "malformed", at);
    }
  } else if (!isAbsent(valueAt(tape, deleted))) drop(out, "attribute", null, null, "malformed", at);
  dropGiven(out, "attribute", given, null, at);
}

/** Notes that an entry does not fire; what it decided counts only where no other entry fires (`language.md` §4.16). */
export function holdEvent(event: ReceivedEvent, at: Place): void {
  event.unmet ??= at;
}

/**
 * Accounts for an event after its entries: it was not enabled, none of them fired, or some of its attributes did not
 * go out.
 */
export function closeEvent(out: Outbox, event: ReceivedEvent, at: Place): void {
  const { unmet } = event;
  if (event.at === undefined && unmet !== undefined) {
    return dropEvent(out, event.index, event.name, "condition", unmet);
  }
  if (event.at === undefined) return dropEvent(out, event.index, event.name, "not_enabled", at);
  dropMalformed(out, "event_attribute", event.given.attributes, event.index, event.at);
  dropGiven(out, "event_attribute", event.given, event.index, event.at);
}

/** Forwards an event that no entry matched under its own name, without attributes; then closes it. */
export function forwardNewEvent(
  out: Outbox,
  to: Addressed,
  event: ReceivedEvent,
  defined: ReadonlySet<string> | undefined,
  at: Place,
): void {
  if (event.at === undefined && event.unmet === undefined) {
    if (defined?.has(event.name) === false) return dropEvent(out, event.index, event.name, "not_defined", at);
    sendEvent(out, to, event, event.name, undefined, at);
  }
  closeEvent(out, event, at);
}

function dropMalformed(
  out: Outbox,
  kind: Drop["kind"],
  { tape, node }: Attributes,
  event: number | null,
  at: Place,
): void {
  if (kindOf(tape, node) === objectKind || isAbsent(valueAt(tape, node))) return;
  drop(out, kind, null, event, "malformed", at);
}

/** Drops the given attributes that were not sent; those that no entry took are not enabled. */
function dropGiven(out: Outbox, kind: Drop["kind"], given: Given, event: number | null, at: Place): void {
  const { removed, fates } = given;
  let accounted = countSent(fates);
  visitReasons(fates, (name, verdict) => {
    drop(out, kind, name, event, verdict.reason, verdict.at);
    accounted++;
  });
  const { names: listed } = listingOf(given.attributes);
  const left = listed.length + removed.length - accounted;
  if (left === 0) return;
  if (out.list === undefined) {
    out.counts.not_enabled = (out.counts.not_enabled ?? 0) + left;
    return;
  }
  const isLeft = (name: string) => !fates.sent.includes(name) && fates.reasons?.has(name) !== true;
  const names = [...listed, ...removed];
  for (const name of names.filter(isLeft)) drop(out, kind, name, event, "not_enabled", at);
}

/** Accounts for the identities that did not go out. `enabled` has the place of each type that is sent. */
export function dropIdentities(
  out: Outbox,
  { identities }: Batch,
  enabled: ReadonlyMap<string, Place>,
  at: Place,
): void {
  const seen = new Set<string>();
  for (const identity of identities) {
    const enabledAt = identity.type === null ? undefined : enabled.get(identity.type);
    const reason = reasonOf(identity, enabledAt !== undefined, seen);
    if (reason !== undefined) drop(out, "identity", identity.type, null, reason, enabledAt ?? at);
  }
}

function reasonOf(identity: ReceivedIdentity, isEnabled: boolean, seen: Set<string>): Reason | undefined {
  const { type, value } = identity;
  if (type === null || (!isAbsent(value) && idText(value) === undefined)) return "malformed";
  if (!isEnabled) return "not_enabled";
  if (seen.has(type)) return "duplicate_key";
  if (value === undefined || value === null) return "null_value";
  if (isBlank(identity)) return "empty_value";
  seen.add(type);
  return undefined;
}

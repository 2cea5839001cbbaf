/**
 * A batch with changes, as a JSON merge patch (RFC 7396) writes them: a mapping changes the members that it names,
 * null removes one, anything else replaces. Two lists of a batch have a rule of their own, because a patch could
 * only replace them as a whole: under `events` a mapping goes from position to changes, and a `user_identities` that
 * is a list is changed by a mapping from type to identity.
 */
import type { Json, JsonObject } from "../runtime/emitted/json.ts";
import { isList, isObject } from "../runtime/emitted/json.ts";

/** A position under `events` at which the batch has no event. */
export interface NoSuchEvent {
  readonly position: string;
  readonly count: number;
}

/** Returns the batch with its changes, or the first position that it does not have. */
export function changeBatch(batch: JsonObject, changes: JsonObject): JsonObject | NoSuchEvent {
  const { events, user_identities: identities, ...others } = changes;
  const changed: Record<string, Json> = { ...mergeObjects(batch, others) };
  if (identities !== undefined) setOrRemove(changed, "user_identities", changeIdentities(batch, identities));
  if (events === undefined) return changed;
  const list = isObject(events) ? changeEvents(batch["events"], events) : events;
  if (isNoSuchEvent(list)) return list;
  setOrRemove(changed, "events", list);
  return changed;
}

/** Says whether the changes name an event that is not there. */
export function isNoSuchEvent(value: Json | JsonObject | NoSuchEvent): value is NoSuchEvent {
  return typeof value === "object" && value !== null && "position" in value && "count" in value;
}

/** RFC 7396. */
function merge(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  return mergeObjects(isObject(target) ? target : {}, patch);
}

function mergeObjects(target: JsonObject, patch: JsonObject): JsonObject {
  const merged: Record<string, Json> = Object.assign(Object.create(null), target);
  for (const [key, change] of Object.entries(patch)) {
    setOrRemove(merged, key, change === null ? null : merge(merged[key], change));
  }
  return merged;
}

function setOrRemove(object: Record<string, Json>, key: string, value: Json): void {
  if (value === null) delete object[key];
  else object[key] = value;
}

function changeEvents(given: Json | undefined, changes: JsonObject): readonly Json[] | NoSuchEvent {
  const events: (Json | undefined)[] = isList(given) ? [...given] : [];
  const { length } = events;
  for (const [position, change] of Object.entries(changes)) {
    const index = /^\d+$/.test(position) ? Number(position) : -1;
    const isNew = index === events.length;
    if (index < 0 || (index >= length && !isNew) || (isNew && change === null)) {
      return { position, count: events.length };
    }
    events[index] = change === null ? undefined : merge(events[index], change);
  }
  return events.filter((event) => event !== undefined);
}

function changeIdentities(batch: JsonObject, changes: Json): Json {
  const given = batch["user_identities"];
  if (!isObject(changes) || !isList(given)) return merge(given, changes);
  const kept = given.flatMap((item): readonly Json[] => {
    const type = isObject(item) ? item["identity_type"] : undefined;
    const change = typeof type === "string" ? changes[type] : undefined;
    if (change === undefined || !isObject(item)) return [item];
    return change === null ? [] : [{ ...item, identity: change }];
  });
  const types = new Set(given.map((item) => (isObject(item) ? item["identity_type"] : undefined)));
  const added = Object.entries(changes)
    .filter(([type, identity]) => identity !== null && !types.has(type))
    .map(([identity_type, identity]): Json => ({ identity_type, identity }));
  return [...kept, ...added];
}

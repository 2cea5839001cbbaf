import { isObject, type Json, own, parseText } from "../runtime/emitted/json.ts";
import type { Request } from "../runtime/emitted/result.ts";

/** A request by what it says: each value under the name by which people know it. */
export interface ReadRequest {
  readonly request: Request;
  /** The SessionM event; undefined for the profile. */
  readonly event: string | undefined;
  readonly values: ReadonlyMap<string, string>;
}

/** Returns what a request says. Custom attributes and the context stand beside the fields around them. */
export function readRequest(request: Request): ReadRequest {
  const body = parseText(request.body);
  const inner = isObject(body) ? own(body, request.kind === "profile" ? "user" : "events") : undefined;
  if (request.kind === "profile") return { request, event: undefined, values: profileValues(inner) };
  const [[event, content] = ["", null]] = isObject(inner) ? Object.entries(inner) : [];
  return { request, event, values: eventValues(content) };
}

/** Fields of the user and of an event have no dot or space in their names, so that no attribute meets one. */
function profileValues(user: Json | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of entries(user)) {
    if (key === "user_profile") for (const [name, text] of entries(value)) add(values, name, text);
    else if (key === "identifiers") addIdentifiers(values, value);
    else add(values, `user.${key}`, value);
  }
  return values;
}

function addIdentifiers(values: Map<string, string>, list: Json): void {
  for (const item of Array.isArray(list) ? list : []) {
    const [id, type] = ["external_id", "external_id_type"].map((key) => isObject(item) && own(item, key));
    values.set(`identifiers.${String(type)}`, String(id));
  }
}

function eventValues(content: Json): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of entries(content)) {
    if (key === "context") for (const [name, text] of entries(value)) add(values, `context.${name}`, text);
    else add(values, key, value);
  }
  return values;
}

function entries(json: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(json) ? Object.entries(json) : [];
}

function add(values: Map<string, string>, key: string, value: Json): void {
  values.set(key, String(value));
}

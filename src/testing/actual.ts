/** What a forwarder made of a batch, in the form in which a test file writes it. */
import type { Json } from "../runtime/emitted/json.ts";
import { isObject, parseText } from "../runtime/emitted/json.ts";
import type { Drop, Reason, Request } from "../runtime/emitted/result.ts";
import type { ExpectedRequest } from "./test-file.ts";

/** Returns a request as a test writes it; the member is always there. */
export function writtenRequest({ kind, body, externalId }: Request): ExpectedRequest {
  const json = parseText(body);
  const content = isObject(json) ? json[kind === "profile" ? "user" : "events"] : undefined;
  return { kind, content: content ?? null, member: externalId };
}

/** Returns what was left out by reason, in the order in which it was. A data point without a name is its kind. */
export function writtenDrops(drops: readonly Drop[]): ReadonlyMap<Reason, readonly string[]> {
  const names = new Map<Reason, string[]>();
  for (const { reason, name, kind } of drops) {
    names.set(reason, [...(names.get(reason) ?? []), name ?? kind]);
  }
  return names;
}

/** Returns a request as the item of a list of a test file. */
export function requestItem({ kind, content, member }: ExpectedRequest): Json {
  return { [kind]: content, ...(member === undefined ? {} : { member }) };
}

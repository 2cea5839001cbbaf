import type { Call } from "./call.ts";
import { isRecord } from "./json.ts";

const bodyLimit = 16 * 1024;

/** A request that was received and what became of it. It holds no credentials. */
export interface RequestRecord {
  readonly at: string;
  readonly method: string;
  /** The path with `{api_key}` in place of the API key. */
  readonly path: string;
  readonly kind: "create" | "profile" | "event" | "read" | "unknown";
  /** The external id, or SessionM id, that the request names. */
  readonly sent_to: string | null;
  readonly message_id: string | null;
  /** The HTTP status; null where no answer was sent. */
  readonly status: number | null;
  /** `ok`, the error code, or a word for what went wrong. */
  readonly code: string;
  /** Whether the answer came from the `Message-ID` cache. */
  readonly cached: boolean;
  /** The fault that struck, by name or status. */
  readonly fault: string | null;
  /** What the body says, in short. */
  readonly summary: string;
  /** What is to say of the answer: why it was refused, or what was dropped. */
  readonly note: string;
  /** The body, cut after 16 KiB. */
  readonly body: string;
}

/** What became of a request. */
export type Fate = Pick<RequestRecord, "status" | "code" | "cached" | "fault" | "note">;

/** Returns the record of a request. */
export function recordCall(call: Call, now: number, fate: Fate): RequestRecord {
  const { route } = call;
  return {
    at: new Date(now).toISOString(),
    method: call.method,
    path: call.path.replace(/^(\/priv\/v1\/apps\/)[^/]+/, "$1{api_key}"),
    kind: route.kind,
    sent_to: "target" in route ? route.target.value : externalIdIn(call.json),
    message_id: call.messageId ?? null,
    summary: summarize(call.json),
    body: call.body.slice(0, bodyLimit),
    ...fate,
  };
}

function externalIdIn(json: unknown): string | null {
  const user = isRecord(json) ? json["user"] : undefined;
  const id = isRecord(user) ? user["external_id"] : undefined;
  return typeof id === "string" ? id : null;
}

function summarize(json: unknown): string {
  const { user, events } = isRecord(json) ? json : {};
  if (isRecord(user)) return summarizeUser(user);
  return isRecord(events) ? Object.entries(events).map(summarizeEvent).join("; ") : "";
}

function summarizeUser(user: Readonly<Record<string, unknown>>): string {
  const { user_profile, ...fields } = user;
  const attributes = isRecord(user_profile) ? Object.keys(user_profile).length : 0;
  const more = attributes === 0 ? [] : [`+${attributes} attribute${attributes === 1 ? "" : "s"}`];
  return [...Object.keys(fields), ...more].join(", ");
}

function summarizeEvent([name, occurrence]: readonly [string, unknown]): string {
  const context = isRecord(occurrence) && isRecord(occurrence["context"]) ? occurrence["context"] : {};
  const values = Object.entries(context).map(([key, value]) => `${key}=${String(value)}`);
  return values.length === 0 ? name : `${name}  ${values.join(" ")}`;
}

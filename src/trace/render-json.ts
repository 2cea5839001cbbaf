import { isList, isObject, type Json, parseText } from "../runtime/emitted/json.ts";
import type { Request } from "../runtime/emitted/result.ts";
import type { BatchTrace } from "./trace.ts";
import { type Show, shortId } from "./words.ts";

/** How much of a trace is shown. */
export interface TraceMask {
  readonly batch: number;
  readonly showsValues: boolean;
  readonly show: Show;
  readonly messageId: (request: Request) => string;
}

/** Returns a trace as JSON on one line. Without `showsValues` values and the member's id are hidden. */
export function renderJsonTrace({ batch, requests, points }: BatchTrace, mask: TraceMask): string {
  const { showsValues, show, messageId } = mask;
  const hide = (text: string | undefined) => (text === undefined || showsValues ? text : show(text));
  const member = batch.member === undefined || showsValues ? batch.member : shortId(batch.member);
  return `${JSON.stringify({
    batch: mask.batch,
    id: batch.id ?? null,
    member: member ?? null,
    platform: batch.platform ?? null,
    environment: batch.environment ?? null,
    logged_in_by: batch.loggedInBy ?? null,
    requests: requests.map((request) => {
      const { kind, method, path, body, position, at } = request;
      return {
        kind,
        method,
        path: showsValues
          ? path
          : path.replace(/(\/users\/)[^/]*/, (_, start: string) => `${start}${member ?? ""}`),
        headers: { "message-id": messageId(request) },
        body: showsValues ? parseText(body) : hidden(parseText(body) ?? null, show),
        event: position < 0 ? null : position,
        at,
      };
    }),
    points: points.map(({ kind, name, event, sent, drop, notes }) => ({
      kind,
      name,
      event,
      sent: sent.map(({ request, key, text, at, steps }) => ({
        request,
        key,
        value: hide(text) ?? null,
        at,
        steps,
      })),
      reason: drop?.reason ?? null,
      at: drop?.at ?? null,
      why: [...(drop?.why ?? []), ...notes],
    })),
  })}\n`;
}

/** Hides the values of a body, and leaves its keys. */
function hidden(value: Json, show: Show): Json {
  if (isList(value)) return value.map((item) => hidden(item, show));
  if (!isObject(value)) return show(value);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hidden(member, show)]));
}

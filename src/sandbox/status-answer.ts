import { type Answer, errorAnswer, jsonAnswer, tooManyRequests } from "./answers.ts";
import type { Fault } from "./faults.ts";
import type { Switches } from "./switches.ts";

const codes = new Map([
  [401, "access_denied"],
  [403, "access_denied"],
  [404, "not_found"],
  [500, "internal_server_error"],
]);

/** Returns the answer that a script or a random fault asks for by its status. */
export function statusAnswer(
  { status, body, retry_after }: Extract<Fault, { readonly status: number }>,
  switches: Switches,
  now: number,
): Answer {
  const usual = usualAnswer(status, switches, now);
  const given = body === undefined ? usual : { ...usual, ...asBody(body) };
  if (retry_after === undefined) return given;
  return { ...given, headers: { ...given.headers, "Retry-After": retry_after } };
}

function asBody(body: unknown): Pick<Answer, "body" | "headers"> {
  if (typeof body === "string") return { body, headers: { "Content-Type": "text/plain" } };
  return { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
}

function usualAnswer(status: number, switches: Switches, now: number): Answer {
  if (status < 300) return jsonAnswer(status, { status: "ok" }, "ok");
  if (status === 429) return tooManyRequests(switches, now);
  if (status <= 500)
    return errorAnswer(status, codes.get(status) ?? "validation", "asked for by the sandbox");
  // 502, 503 and 504 come from what stands in front of SessionM, which does not speak JSON.
  const html = `<html><body><h1>${status}</h1></body></html>\n`;
  return { status, headers: { "Content-Type": "text/html" }, body: html, code: "unavailable", note: "" };
}

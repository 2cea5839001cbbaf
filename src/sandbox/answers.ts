import type { Switches } from "./switches.ts";

/** An error code of SessionM, in the lower case of its wire format. */
export type ErrorCode =
  | "access_denied"
  | "argument_error"
  | "invalid_api_key"
  | "missing_data"
  | "not_available"
  | "not_found"
  | "requires_registered_user"
  | "user_not_found"
  | "validation";

/** A request that SessionM would not carry out. */
export interface Refusal {
  readonly refused: ErrorCode;
  readonly message: string;
  /** The HTTP status where `error_status` is `4xx` and the code's usual one does not fit. */
  readonly status?: number;
  /** Answers 404 without a body, whatever `error_status` says. */
  readonly bare?: true;
}

/** An HTTP response, with what the log says of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `ok`, an error code, or a word for what went wrong. */
  readonly code: string;
  /** What the log prints after the code: a refusal's message, or what became of the request. */
  readonly note: string;
}

const statuses: Readonly<Record<ErrorCode, number>> = {
  access_denied: 401,
  argument_error: 400,
  invalid_api_key: 401,
  missing_data: 400,
  not_available: 422,
  not_found: 404,
  requires_registered_user: 404,
  user_not_found: 404,
  validation: 422,
};

/** Whether a check returned a {@link Refusal} in place of its result. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}

/** Returns the refusal of a body that has not the documented form. */
export function argumentError(message: string): Refusal {
  return { refused: "argument_error", message };
}

/** Returns the answer whose body is a JSON value. */
export function jsonAnswer(status: number, body: unknown, code: string, note = ""): Answer {
  const headers = { "Content-Type": "application/json" };
  return { status, headers, body: JSON.stringify(body), code, note };
}

/** Returns the answer to a request that was carried out; `content` stands next to `status`. */
export function okAnswer(content: object, switches: Switches, note: string): Answer {
  const answer = jsonAnswer(200, { status: "ok", ...content }, "ok", note);
  if (switches.success_body === "user") return answer;
  return { ...answer, body: switches.success_body === "empty" ? "" : '{"status":"ok"}' };
}

/** Returns the answer to a refused request, in the documented error body. */
export function refusalAnswer(refusal: Refusal, switches: Switches): Answer {
  if (refusal.bare)
    return { status: 404, headers: {}, body: "", code: refusal.refused, note: refusal.message };
  const status = switches.error_status === "200" ? 200 : (refusal.status ?? statuses[refusal.refused]);
  return errorAnswer(status, refusal.refused, refusal.message);
}

/** Returns an answer with the documented error body and a status of its own. */
export function errorAnswer(status: number, code: string, message: string): Answer {
  return jsonAnswer(status, { status: "error", errors: { code, message } }, code, message);
}

/** Returns a 429 as the switch `retry_after` wants it; a 429 of SessionM was never seen in public. */
export function tooManyRequests(switches: Switches, now: number): Answer {
  const answer = errorAnswer(429, "too_many_requests", "too many requests");
  if (switches.retry_after === "absent") return answer;
  const wait = switches.retry_after === "seconds" ? "1" : new Date(now + 1000).toUTCString();
  return { ...answer, headers: { ...answer.headers, "Retry-After": wait } };
}

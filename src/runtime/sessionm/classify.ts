import type { Answer, Effect } from "../delivery/transport.ts";

/** Why SessionM will never take a request as it is. */
export type RefusedReason =
  | "validation"
  | "missing_data"
  | "argument_error"
  | "not_available"
  | "not_found"
  | "no_active_campaign_found"
  /** Any other code, or a 4xx without one. */
  | "refused";

/** What one answer means (docs/sessionm.md, "Outcomes"). `code` is SessionM's, in lower case. */
export type Verdict =
  | { readonly kind: "delivered" }
  | { readonly kind: "stop"; readonly code: string | undefined }
  | { readonly kind: "missing_user"; readonly code: string | undefined }
  | { readonly kind: "refused"; readonly reason: RefusedReason; readonly code: string | undefined }
  | { readonly kind: "retry"; readonly effect: Effect; readonly code: string | undefined };

type Class = "stop" | "missing_user" | "retry" | RefusedReason;

/** The codes of docs/sessionm.md, "Answers" and those seen in the wild, with what a forwarder does. */
const classes: ReadonlyMap<string, Class> = new Map([
  ["invalid_api_key", "stop"],
  ["access_denied", "stop"],
  ["https_only", "stop"],
  ["invalid_auth_token", "stop"],
  ["user_not_found", "missing_user"],
  ["requires_registered_user", "missing_user"],
  ["validation", "validation"],
  ["missing_data", "missing_data"],
  ["argument_error", "argument_error"],
  ["not_available", "not_available"],
  ["not_found", "not_found"],
  ["no_active_campaign_found", "no_active_campaign_found"],
  ["internal_server_error", "retry"],
]);

/**
 * Returns what an answer means, by the body's code first and the status second: SessionM's documents and its
 * clients disagree about which of them tells (docs/sessionm.md, "Answers").
 */
export function classify(answer: Answer): Verdict {
  if (answer.kind === "no_response") return { kind: "retry", effect: answer.effect, code: answer.code };
  const { status, code } = answer.envelope;
  const known = code === undefined ? undefined : classes.get(code);
  if (isSuccess(answer.status) && status === "ok") return { kind: "delivered" };
  if (answer.status === 401 || answer.status === 403 || isRedirect(answer.status))
    return { kind: "stop", code };
  if (known !== undefined) return verdictOf(known, code);
  return byStatus(answer.status, status, code);
}

function byStatus(http: number, status: string | undefined, code: string | undefined): Verdict {
  if (isSuccess(http)) return status === "error" ? verdictOf("refused", code) : verdictOf("retry", code);
  if (isTurnedAway(http)) return { kind: "retry", effect: "none", code };
  if (http === 404) return verdictOf(code === undefined ? "missing_user" : "refused", code);
  return verdictOf(http >= 400 && http < 500 ? "refused" : "retry", code);
}

function verdictOf(found: Class, code: string | undefined): Verdict {
  if (found === "retry") return { kind: "retry", effect: "unknown", code };
  if (found === "stop" || found === "missing_user") return { kind: found, code };
  return { kind: "refused", reason: found, code };
}

function isSuccess(http: number): boolean {
  return http >= 200 && http < 300;
}

/** Never followed: the credentials would go along. The base URL is wrong. */
function isRedirect(http: number): boolean {
  return http >= 300 && http < 400;
}

/** Statuses that say that nothing was done: request timeout, too early, too many requests. */
function isTurnedAway(http: number): boolean {
  return http === 408 || http === 425 || http === 429;
}

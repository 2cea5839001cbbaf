import { errors } from "undici";
import type { NoResponse } from "../delivery/transport.ts";

/** Returns what a failed attempt means. Errors that no network makes are bugs, and thrown again. */
export function noResponse(error: unknown, isTimeout: boolean): NoResponse {
  if (isTimeout) return { kind: "no_response", effect: "unknown", code: "timeout" };
  if (
    !(error instanceof Error) ||
    error instanceof TypeError ||
    error instanceof errors.InvalidArgumentError
  ) {
    throw error;
  }
  // The code alone: a message may quote addresses, paths and bytes received.
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const effect = notConnected.has(code) || notTrusted.test(code) ? "none" : "unknown";
  return { kind: "no_response", effect, code };
}

/** Errors of looking up and connecting: the request was not sent. */
const notConnected: ReadonlySet<string> = new Set([
  "EADDRNOTAVAIL",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Errors of TLS and certificates: the request was not sent either. */
const notTrusted = /^(CERT_|DEPTH_ZERO_|EPROTO$|ERR_SSL_|ERR_TLS_|SELF_SIGNED_|UNABLE_TO_)/;

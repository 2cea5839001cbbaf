import { Pool } from "undici";
import type { Transport } from "../delivery/transport.ts";
import type { Connection } from "./connection.ts";
import { readEnvelope } from "./envelope.ts";
import { exchange } from "./exchange.ts";
import { basicCredentials, createRedact } from "./redact.ts";

/** Options of {@link createClient}. */
export interface ClientOptions {
  /** For one attempt, from the first byte sent to the last received; default 10 seconds (docs/sessionm.md, "Outcomes"). */
  readonly timeoutMilliseconds?: number | undefined;
  /** How many connections are open at most; default 16. */
  readonly connections?: number | undefined;
}

/** A client for one SessionM host. */
export interface Client {
  readonly send: Transport;
  /** Waits for what is in flight, then closes the connections. */
  close(): Promise<void>;
}

/** How much of a response is read. What SessionM says about a request is at the beginning. */
const bodyLimit = 256 * 1024;

/**
 * Returns a client that makes single attempts: it follows no redirect, retries nothing and judges nothing.
 * Credentials go nowhere but to the connection's origin, and no answer it gives holds them, or a body.
 */
export function createClient(connection: Connection, options: ClientOptions = {}): Client {
  const { timeoutMilliseconds = 10_000, connections = 16 } = options;
  const pool = new Pool(connection.origin, {
    connections,
    // `send` has one deadline for the whole attempt; undici's own are coarse, and idle timers at that.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMilliseconds, minVersion: "TLSv1.2", rejectUnauthorized: true },
  });
  const authorization = `Basic ${basicCredentials(connection)}`;
  const redact = createRedact(connection);

  return {
    async send({ method, path, messageId, body }) {
      const fields = { authorization, ...fixedHeaders, "message-id": messageId };
      const options = { method, path: fullPath(connection, path), headers: fields, body };
      const answer = await exchange(pool, options, { milliseconds: timeoutMilliseconds, bytes: bodyLimit });
      if (answer.kind === "no_response") return answer;
      const { status, headers } = answer;
      return {
        kind: "response",
        status,
        envelope: readEnvelope(answer.body, redact),
        retryAfter: single(headers["retry-after"]),
        isCached: single(headers["cached-message"])?.toLowerCase() === "true",
      };
    },
    close: () => pool.close(),
  };
}

const fixedHeaders = {
  accept: "application/json",
  "content-type": "application/json",
  "user-agent": "waybill",
} as const;

/** The path as it is sent. A path that a URL parser would change, or that leaves the origin, is a bug. */
function fullPath({ origin, apiKey }: Connection, path: string): string {
  const full = path.replace("{api_key}", () => encodeURIComponent(apiKey));
  if (plainPath.test(full)) return full;
  const url = new URL(full, origin);
  if (url.origin === origin && url.pathname === full) return full;
  throw new TypeError(`The path \`${path}\` is not safe.`);
}

/** A path that is the same for every URL parser: no segment is empty or begins with a dot. */
const plainPath = /^(?:\/[\w~-][\w.~-]*)+$/;

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

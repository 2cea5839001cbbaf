import type { Connection } from "./connection.ts";

/** Text without what must not be shown or written. */
export type Redact = (text: string) => string;

const mask = "[redacted]";

/**
 * Returns a function that masks a connection's credentials in every form they are sent in: as they are,
 * percent-encoded, and as Basic authentication. The API key is in SessionM's paths too (docs/sessionm.md, "Hosts and credentials").
 */
export function createRedact(connection: Pick<Connection, "apiKey" | "apiSecret">): Redact {
  const { apiKey, apiSecret } = connection;
  const plain = [basicCredentials(connection), apiSecret, apiKey];
  const forms = new Set(plain.flatMap((secret) => [secret, encodeURIComponent(secret)]));
  // The longest first, so that no part of one is left beside the mask of another.
  const sorted = [...forms].sort((one, other) => other.length - one.length);
  return (text) => sorted.reduce((rest, secret) => rest.replaceAll(secret, mask), text);
}

/** The credentials as Basic authentication sends them (RFC 7617). */
export function basicCredentials({ apiKey, apiSecret }: Pick<Connection, "apiKey" | "apiSecret">): string {
  return Buffer.from(`${apiKey}:${apiSecret}`).toString("base64");
}

import type { ConnectionSettings, ConnectionValue } from "../settings.ts";

/** Where SessionM is, and the credentials for it. */
export interface Connection {
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** A connection, or everything that stands in its way, a sentence each. */
export type ConnectionResult =
  | { readonly kind: "connection"; readonly connection: Connection }
  | { readonly kind: "problems"; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** A value, or the sentence that says why there is none. */
type Found = { readonly value: string } | { readonly problem: string };

/**
 * Returns the connection that a waybill's `connection` means in an environment (`language.md` §1; docs/sessionm.md, "Hosts and credentials").
 */
export function resolveConnection(settings: ConnectionSettings, env: Environment): ConnectionResult {
  const host = findValue("host", settings.host, env);
  const origin = "problem" in host ? host : findOrigin(host.value);
  const apiKey = findCredential("api_key", settings.apiKey, env);
  const apiSecret = findCredential("api_secret", settings.apiSecret, env);
  if ("problem" in origin || "problem" in apiKey || "problem" in apiSecret) {
    const problems = [origin, apiKey, apiSecret].flatMap((found) =>
      "problem" in found ? found.problem : [],
    );
    return { kind: "problems", problems };
  }
  const connection = { origin: origin.value, apiKey: apiKey.value, apiSecret: apiSecret.value };
  return { kind: "connection", connection };
}

function findValue(key: string, setting: ConnectionValue | undefined, env: Environment): Found {
  if (setting === undefined) return { problem: `The waybill has no \`connection.${key}\`.` };
  if ("literal" in setting) return { value: setting.literal.trim() };
  const value = env[setting.env]?.trim();
  if (value) return { value };
  return { problem: `The environment variable \`${setting.env}\` (\`connection.${key}\`) is not set.` };
}

function findCredential(key: string, setting: ConnectionValue | undefined, env: Environment): Found {
  const found = findValue(key, setting, env);
  if ("problem" in found || isPrintable(found.value, key === "api_key")) return found;
  // The value itself is never shown.
  return { problem: `The value of \`connection.${key}\` holds characters that cannot be in a credential.` };
}

/** Basic authentication ends the user, here the API key, at the first colon (RFC 7617, section 2). */
function isPrintable(value: string, isUser: boolean): boolean {
  return /^[\x21-\x7e]+$/.test(value) && !(isUser && value.includes(":"));
}

function findOrigin(host: string): Found {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(host) ? host : `https://${host}`;
  if (!URL.canParse(text)) return { problem: "The value of `connection.host` is not a URL." };
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    return { problem: "The URL in `connection.host` holds a user or password." };
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || /[?#]$/.test(text)) {
    return { problem: "The URL in `connection.host` goes on after the host." };
  }
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) {
    return { value: url.origin };
  }
  return { problem: `The URL in \`connection.host\` is not https: \`${url.protocol}//${url.host}\`.` };
}

/** Takes a host name as URL gives it: other spellings of an IPv4 address have become dotted numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

import { onTestFinished } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/sandbox.ts";

/** What a test looks at in an answer. */
export interface Answered {
  readonly status: number;
  /** `ok`, the error code, or null where the body says neither. */
  readonly code: string | null;
  readonly text: string;
  readonly headers: Headers;
}

type SentHeaders = Readonly<Record<string, string>>;

/** A sandbox and the requests that tests send to it. */
export interface Client extends Sandbox {
  put(externalId: string, user: unknown, headers?: SentHeaders): Promise<Answered>;
  create(user: unknown, headers?: SentHeaders): Promise<Answered>;
  send(externalId: string, events: unknown, headers?: SentHeaders): Promise<Answered>;
  raw(method: string, path: string, body?: string, headers?: SentHeaders): Promise<Answered>;
}

/** The prefix of every path of the API. */
export const app = "/priv/v1/apps/sandbox-key";

/** Starts a sandbox that the end of the test stops; member `1` exists. */
export async function startClient(options: SandboxOptions = {}): Promise<Client> {
  const sandbox = await startSandbox({ users: [{ external_id: "1" }], ...options });
  onTestFinished(() => sandbox.close());
  const authorization = `Basic ${Buffer.from("sandbox-key:sandbox-secret").toString("base64")}`;
  const raw: Client["raw"] = async (method, path, body, headers) => {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: { authorization, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, code: codeIn(text), text, headers: response.headers };
  };
  const user = (externalId: string) => `${app}/external/users/${encodeURIComponent(externalId)}`;
  return {
    ...sandbox,
    raw,
    put: (id, fields, headers) => raw("PUT", user(id), JSON.stringify({ user: fields }), headers),
    create: (fields, headers) => raw("POST", `${app}/users`, JSON.stringify({ user: fields }), headers),
    send: (id, events, headers) => raw("POST", `${user(id)}/events`, JSON.stringify({ events }), headers),
  };
}

function codeIn(text: string): string | null {
  try {
    const body = JSON.parse(text);
    return body.status === "ok" ? "ok" : (body.errors?.code ?? null);
  } catch {
    return null;
  }
}

/** An event with a transaction id and a date. */
export function event(transactionId = "t-1", more: object = {}) {
  return { transaction_id: transactionId, qty: "1", date: "2026-01-01T00:00:00.000Z", ...more };
}

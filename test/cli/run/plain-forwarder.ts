import type { Forwarder } from "../../../src/cli/forwarder.ts";
import type { RunOptions } from "../../../src/cli/run/options.ts";
import type { Forward, Request, Result } from "../../../src/runtime/emitted/result.ts";
import type { DeliverySettings } from "../../../src/runtime/settings.ts";

const users = "/priv/v1/apps/{api_key}/external/users";

/** A forwarder written by hand: `{"id", "name"?, "events"?}` gives a profile and as many events. */
export function plainForwarder(settings: Partial<DeliverySettings> = {}): Forwarder {
  return {
    forward: forward as Forward,
    settings: {
      name: "plain",
      connection: {
        host: { env: "SESSIONM_HOST" },
        apiKey: { env: "SESSIONM_API_KEY" },
        apiSecret: { env: "SESSIONM_API_SECRET" },
      },
      send: "always",
      missingUsers: "hold",
      ...settings,
    },
  };
}

function forward(input: string | Uint8Array): Result<{ malformed?: number; not_logged_in?: number }> {
  const batch = read(input);
  if (batch === undefined) return { requests: [], drops: { malformed: 1 } };
  const { id, name, events = 0 } = batch;
  if (id === undefined) return { requests: [], drops: { not_logged_in: 1 } };
  const path = `${users}/${encodeURIComponent(id)}`;
  const shared = { externalId: id, batch: `batch-of-${id}` };
  const requests: Request[] = [];
  if (name !== undefined) {
    const body = JSON.stringify({ user: { first_name: name } });
    requests.push({
      ...shared,
      kind: "profile",
      method: "PUT",
      path,
      body,
      position: -1,
      at: "plain.waybill.yaml:5",
    });
  }
  for (let position = 0; position < events; position++) {
    const body = `{"events":{"visit":{"transaction_id":"${id}-${position}","qty":"1"}}}`;
    const at = "plain.waybill.yaml:12";
    requests.push({ ...shared, kind: "event", method: "POST", path: `${path}/events`, body, position, at });
  }
  return { requests, drops: {} };
}

interface Batch {
  readonly id?: string;
  readonly name?: string;
  readonly events?: number;
}

function read(input: string | Uint8Array): Batch | undefined {
  try {
    const batch: unknown = JSON.parse(Buffer.from(input).toString());
    return typeof batch === "object" && batch !== null && !Array.isArray(batch) ? batch : undefined;
  } catch {
    return undefined;
  }
}

export const runOptions: RunOptions = {
  waybill: "plain.waybill.yaml",
  input: "-",
  action: "dry_run",
  json: false,
  envFile: undefined,
  concurrency: 4,
  timeoutMilliseconds: 2000,
  deadLetters: ".waybill/dead-letters.ndjson",
};

import type { Stop } from "../../runtime/delivery/stop.ts";
import type { ConnectionSettings, ConnectionValue } from "../../runtime/settings.ts";

/** Returns why a run stopped and what to do, in one line. */
export function explainStop({ reason, status, code }: Stop, connection: ConnectionSettings): string {
  const host = nameOf(connection.host, "connection.host");
  if (reason === "interrupted") return "Interrupted: what is in flight is finished, nothing more is sent.";
  if (reason === "failed") return "Stopped: the run cannot go on.";
  if (reason === "unreachable")
    return `Stopped: SessionM never answered (${code ?? "no answer"}). Check ${host}.`;
  const answer = code === undefined ? `${status}` : `${status} (${code})`;
  const isAddress = code === "https_only" || (status !== undefined && status >= 300 && status < 400);
  const key = nameOf(connection.apiKey, "connection.api_key");
  const secret = nameOf(connection.apiSecret, "connection.api_secret");
  return `Stopped: SessionM answered ${answer}. Check ${isAddress ? host : `${key} and ${secret}`}.`;
}

/** The place to change: an environment variable, or the waybill's key. */
function nameOf(value: ConnectionValue | undefined, key: string): string {
  return value !== undefined && "env" in value ? value.env : key;
}

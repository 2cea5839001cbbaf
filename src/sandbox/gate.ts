import { type Answer, errorAnswer, refusalAnswer } from "./answers.ts";
import type { Call } from "./call.ts";
import type { Switches } from "./switches.ts";

/** The API key and secret that the sandbox accepts. */
export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

const sizes = { "1_mib": 1024 * 1024, "64_kib": 64 * 1024, "8_kib": 8 * 1024 } as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Returns the answer to a request that is turned away before anybody looks at what it asks for. */
export function turnAway(call: Call, credentials: Credentials, switches: Switches): Answer | undefined {
  if (call.size > sizes[switches.body_limit]) return errorAnswer(413, "too_large", "the body is too large");
  if (!isAuthorized(call.authorization, credentials)) {
    return errorAnswer(401, "access_denied", "wrong API key or secret");
  }
  if (call.route.apiKey !== "" && call.route.apiKey !== credentials.apiKey) {
    return refusalAnswer({ refused: "invalid_api_key", message: "wrong API key in the path" }, switches);
  }
  if (call.messageId !== undefined && switches.message_id_format === "uuid" && !uuid.test(call.messageId)) {
    return refusalAnswer({ refused: "validation", message: "Message-ID is not a UUID" }, switches);
  }
  return undefined;
}

function isAuthorized(header: string | undefined, { apiKey, apiSecret }: Credentials): boolean {
  const [, given] = /^basic +(.*)$/i.exec(header ?? "") ?? [];
  return given === Buffer.from(`${apiKey}:${apiSecret}`).toString("base64");
}

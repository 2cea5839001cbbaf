import type { Envelope } from "../delivery/transport.ts";
import type { Redact } from "./redact.ts";

/** A response's body as text. */
export interface BodyText {
  readonly text: string;
  /** Whether the body went on after the text. */
  readonly isCut: boolean;
}

const unreadable: Envelope = { status: undefined, code: undefined };

/** Returns what a body says about its request (docs/sessionm.md, "Answers"), whatever the body is. */
export function readEnvelope({ text, isCut }: BodyText, redact: Redact): Envelope {
  if (isCut) return { ...unreadable, status: beginsWithOk.test(text) ? "ok" : undefined };
  try {
    const body: unknown = JSON.parse(text);
    const code = field(field(body, "errors"), "code");
    return { status: word(field(body, "status")), code: word(typeof code === "string" && redact(code)) };
  } catch {
    return unreadable;
  }
}

/** Answers to events can be large (docs/sessionm.md, "Answers"), and the status comes first in them. */
const beginsWithOk = /^\s*\{\s*"status"\s*:\s*"ok"/i;

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}

/** Text that is not a plain word may quote a member's data and is not repeated. */
function word(value: unknown): string | undefined {
  return typeof value === "string" && /^\w{1,64}$/.test(value) ? value.toLowerCase() : undefined;
}

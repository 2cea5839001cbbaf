import type { RequestRecord } from "./request-record.ts";

/** The colours that the log uses; picocolors has them. */
export interface Paint {
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
}

const outcomeWidth = 20;

/** Returns one line about a request, no wider than `width`: method, kind, member, outcome, and what it said. */
export function renderRequest(record: RequestRecord, paint: Paint, width: number): string {
  const who = `${record.method.padEnd(4)} ${record.kind.padEnd(7)}  ${shorten(record.sent_to ?? "").padEnd(9)}`;
  const outcome = renderOutcome(record).padEnd(outcomeWidth);
  const { code, summary, note } = record;
  const details = clean(code === "ok" ? [summary, note].filter(Boolean).join("  ") : note || summary);
  const room = Math.max(width - who.length - outcome.length - 4, 10);
  const shown = details.length > room ? `${details.slice(0, room - 1)}…` : details;
  return `${clean(who)}  ${colourOf(record, paint)(outcome)}  ${paint.dim(shown)}`.trimEnd();
}

/** Returns an id that is short enough for a line, and does not show it all: `7310…0001`. */
export function shorten(id: string): string {
  const characters = [...id];
  return characters.length <= 9 ? id : `${characters.slice(0, 4).join("")}…${characters.slice(-4).join("")}`;
}

function renderOutcome({ status, code, cached, fault }: RequestRecord): string {
  // A fault that is a status, or that left nothing else to say, is there already.
  const words = [status === null ? "" : String(status), code, cached ? "cached" : ""];
  const isSaid = fault === null || words.includes(fault);
  return [...words, isSaid ? "" : fault].filter((word) => word !== "").join(" ");
}

function colourOf({ code, cached, fault, status }: RequestRecord, paint: Paint): (text: string) => string {
  if (fault !== null || status === null || status >= 500) return paint.red;
  if (code !== "ok" || cached) return paint.yellow;
  return paint.green;
}

// Whatever a request says must not steer the terminal.
function clean(text: string): string {
  return text.replace(/\p{Cc}/gu, "·");
}

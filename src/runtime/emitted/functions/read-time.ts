import { readNumber } from "../expression/numbers.ts";

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** The last millisecond that a JavaScript date can hold. */
const lastTime = 8.64e15;

/**
 * Returns the epoch milliseconds that a text says: a number of them, or ISO 8601. Without a zone it is UTC. Days that
 * no calendar has are absent.
 */
export function readTime(text: string): number | undefined {
  const milliseconds = readNumber(text);
  if (milliseconds !== undefined)
    return Math.abs(milliseconds) <= lastTime ? Math.trunc(milliseconds) : undefined;
  const match = iso.exec(text.trim());
  return match === null ? undefined : timeOf(match);
}

function timeOf(match: RegExpExecArray): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const milliseconds = Number(`${match[7] ?? ""}000`.slice(0, 3));
  const isClock = hour < 24 && minute < 60 && second < 60;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isCalendar = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const offset = offsetOf(match[8]);
  if (!isClock || !isCalendar || offset === undefined) return undefined;
  return date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
}

/** Returns how many minutes a zone is ahead of UTC; undefined where there is no such zone. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

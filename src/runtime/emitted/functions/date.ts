import { readTime } from "./read-time.ts";

/** The latest year that four digits can write. */
const lastYear = 9999;

/**
 * Returns a time as text, in UTC. It reads epoch milliseconds or ISO 8601; in the format, `yyyy MM dd HH mm ss SSS` are
 * replaced and everything else stands for itself. Years beyond four digits are absent.
 */
export function formatDate(time: string | undefined, format: string | undefined): string | undefined {
  const read = time === undefined ? undefined : readTime(time);
  if (read === undefined || format === undefined) return undefined;
  const date = new Date(read);
  const year = date.getUTCFullYear();
  if (year < 0 || year > lastYear) return undefined;
  const parts: Readonly<Record<string, number>> = {
    yyyy: year,
    MM: date.getUTCMonth() + 1,
    dd: date.getUTCDate(),
    HH: date.getUTCHours(),
    mm: date.getUTCMinutes(),
    ss: date.getUTCSeconds(),
    SSS: date.getUTCMilliseconds(),
  };
  return format.replace(/yyyy|MM|dd|HH|mm|ss|SSS/g, (token) => {
    return String(parts[token]).padStart(token.length, "0");
  });
}

import { number, plural } from "../plural.ts";
import { wrapDetails } from "../wrap-details.ts";
import type { RunOptions } from "./options.ts";
import { type Kinds, sumOfCounts, sumOfKinds, type Tally } from "./tally.ts";

/** What a summary says besides the counts. */
export interface SummaryOptions extends Pick<RunOptions, "action" | "deadLetters"> {
  readonly milliseconds: number;
}

/** Returns the summary of a run as lines for people. */
export function renderSummary(tally: Tally, options: SummaryOptions): string {
  const head = [plural(tally.batches, "batch", "batches"), plural(sumOfKinds(tally.requests), "request")];
  const rows =
    options.action === "send"
      ? [...deliveryRows(tally, options), dropRow(tally)]
      : [requestRow(tally), dropRow(tally)];
  return `${[head.join(" · "), ...alignRows(rows), footOf(tally, options)].join("\n")}\n`;
}

/** Returns the summary of a run as JSON on one line. */
export function renderJsonSummary(tally: Tally, options: SummaryOptions): string {
  const sending = {
    delivered: tally.delivered,
    unchanged: tally.unchanged,
    undelivered: Object.fromEntries(byCount(tally.undelivered)),
    retries: tally.retries,
    milliseconds: { p50: tally.latencies.percentile(0.5), p99: tally.latencies.percentile(0.99) },
  };
  const summary = {
    batches: tally.batches,
    unreadable: tally.unreadable,
    requests: tally.requests,
    ...(options.action === "send" ? sending : {}),
    dropped: Object.fromEntries(byCount(tally.drops)),
    seconds: options.milliseconds / 1000,
  };
  return `${JSON.stringify(summary)}\n`;
}

/** Returns one line about a run under way. */
export function renderProgress(tally: Tally): string {
  const dead = sumOfCounts(tally.undelivered);
  return [
    plural(tally.batches, "batch", "batches"),
    `${number(sumOfKinds(tally.delivered))} delivered`,
    ...(dead > 0 ? [plural(dead, "dead letter")] : []),
    ...(tally.retries > 0 ? [plural(tally.retries, "retry", "retries")] : []),
  ].join(" · ");
}

interface Row {
  readonly label: string;
  readonly count: number;
  readonly details: string;
}

function requestRow({ requests }: Tally): Row {
  return { label: "would send", count: sumOfKinds(requests), details: renderKinds(requests) };
}

function dropRow({ drops }: Tally): Row {
  return { label: "dropped", count: sumOfCounts(drops), details: renderCounts(drops) };
}

function deliveryRows(tally: Tally, { deadLetters }: SummaryOptions): readonly Row[] {
  const dead = new Map(tally.undelivered);
  const notSent = dead.get("stopped") ?? 0;
  dead.delete("stopped");
  const target = `→ ${deadLetters}`;
  const rows = [
    { label: "delivered", count: sumOfKinds(tally.delivered), details: renderKinds(tally.delivered) },
    { label: "unchanged", count: tally.unchanged, details: "profiles that the member already has" },
    { label: "dead letters", count: sumOfCounts(dead), details: `${renderCounts(dead)}   ${target}` },
    { label: "not sent", count: notSent, details: target },
  ];
  return rows.filter(({ label, count }) => label === "delivered" || count > 0);
}

function alignRows(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(({ count }) => number(count).length));
  return rows.map(({ label, count, details }) => {
    const start = `  ${label.padEnd(13)}  ${number(count).padStart(width)}   `;
    return wrapDetails(start, details).trimEnd();
  });
}

function footOf(tally: Tally, { action, milliseconds }: SummaryOptions): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  const [p50, p99] = [tally.latencies.percentile(0.5), tally.latencies.percentile(0.99)];
  if (action === "dry_run") return seconds;
  const latency =
    p50 === undefined || p99 === undefined ? [] : [`p50 ${number(p50)} ms`, `p99 ${number(p99)} ms`];
  return [seconds, plural(tally.retries, "retry", "retries"), ...latency].join(" · ");
}

function renderKinds({ profile, event }: Kinds): string {
  return `profile ${number(profile)}   events ${number(event)}`;
}

function renderCounts(counts: ReadonlyMap<string, number>): string {
  return byCount(counts)
    .map(([reason, count]) => `${reason} ${number(count)}`)
    .join(" · ");
}

/** The most frequent first; the same order for the same counts. */
function byCount(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(
    ([reason, count], [other, otherCount]) => otherCount - count || (reason < other ? -1 : 1),
  );
}

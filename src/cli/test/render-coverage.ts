import type { Palette } from "../../compiler/diagnostics/render-text.ts";
import { placeOf } from "../../compiler/source/source-file.ts";
import { type CoverageItem, coverageKinds } from "../../coverage/items.ts";
import { shorten } from "../../trace/short-place.ts";
import { percentOf, type WaybillCoverage } from "./coverage.ts";

const names: Readonly<Record<CoverageItem["kind"], string>> = {
  entry: "entries",
  condition: "conditions",
  field: "reserved fields",
  spelling: "spellings",
  limit: "limits",
};

/** Returns the coverage of a waybill for people: how much of each kind, and each miss with its reason. */
export function renderCoverage({ path, program, items }: WaybillCoverage, palette: Palette): string {
  const counts = coverageKinds.flatMap((kind) => {
    const own = items.filter(({ item }) => item.kind === kind);
    const reached = own.filter(({ isReached }) => isReached).length;
    return own.length === 0 ? [] : [`${names[kind]} ${reached}/${own.length}`];
  });
  const all = items.filter(({ isReached }) => !isReached);
  // What belongs to an event that never fired is missing for that reason alone.
  const silent = new Set(all.flatMap(({ item }) => ("event" in item ? [item.event] : [])));
  const ownerOf = (item: CoverageItem) =>
    "of" in item && item.of !== undefined && silent.has(item.of) ? item.of : undefined;
  const misses = all.filter(({ item }) => ownerOf(item) === undefined);
  const width = Math.max(0, ...misses.map(({ item }) => shorten(placeOf(item.span), program).length));
  const rows = misses.map(({ item, reason }) => {
    const place = shorten(placeOf(item.span), program).padEnd(width);
    const inside = "event" in item ? all.filter((one) => ownerOf(one.item) === item.event).length : 0;
    const more = inside === 0 ? "" : `, nor what it has in it (${inside})`;
    return `  ${palette.red("✗")} ${palette.blue(place)}  ${item.text}: ${reason}${more}\n`;
  });
  const head = `${palette.bold(`coverage of ${path}`)}: ${shownPercent(percentOf(items))}`;
  return `${[head, ...counts].join(" · ")}\n${rows.join("")}`;
}

/** Rounded down, so that only what is complete is 100 %. */
export function shownPercent(percent: number): string {
  return `${Math.floor(percent * 10) / 10} %`;
}

/** Returns the coverage of a waybill as plain data. */
export function coverageData({ path, items }: WaybillCoverage) {
  return {
    waybill: path,
    percent: percentOf(items),
    items: items.map(({ item, isReached, reason }) => ({
      kind: item.kind,
      text: item.text,
      at: placeOf(item.span),
      reached: isReached,
      reason: isReached ? null : reason,
    })),
  };
}

import type { EventModel, PageModel, RowModel } from "./page-model.ts";

const columns = [
  ...["kind", "mParticle", "type", "SessionM", "sent when", "mParticle attribute", "SessionM attribute"],
  ...["value", "attribute sent when", "beyond the limit", "place", "last change"],
];

/** Returns the mapping as CSV for spreadsheets: a row for each event without attributes, else for each attribute. */
export function renderCsv({ profile, events }: PageModel): string {
  const rows = [
    columns,
    ...profile.rows.map((row) => rowCells(["profile", "", "", "", profile.condition], row)),
    ...events.flatMap(eventRows),
  ];
  // With the mark at the start, spreadsheets read UTF-8.
  return `\ufeff${rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("")}`;
}

function eventRows({
  kind,
  name,
  type,
  to,
  condition,
  rows,
  place,
  changed,
}: EventModel): readonly (readonly string[])[] {
  const event = [kind, name, type ?? "", to, condition];
  if (rows.length === 0) return [[...event, "", "", "", "", "", place, changed]];
  return rows.map((row) => rowCells(event, row));
}

function rowCells(event: readonly string[], row: RowModel): readonly string[] {
  const { from, to, making, condition, isBeyond, place, changed } = row;
  return [...event, from, to, making, condition, isBeyond ? "yes" : "", place, changed];
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe, which it shows as text. */
function writeCell(text: string): string {
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

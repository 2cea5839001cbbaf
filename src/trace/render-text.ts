/** A trace as text for people. */
import type { Program } from "../compiler/check/program.ts";
import { printable } from "../compiler/diagnostics/printable.ts";
import type { Palette } from "../compiler/diagnostics/render-text.ts";
import type { Request } from "../runtime/emitted/result.ts";
import { groupBy } from "./by-event.ts";
import { shorten } from "./short-place.ts";
import type { BatchFacts, BatchTrace, Sending, TracedPoint } from "./trace.ts";
import { type Show, shortId } from "./words.ts";

/** How a trace is shown. */
export interface TraceStyle {
  readonly program: Program;
  readonly palette: Palette;
  readonly show: Show;
}

/** Returns a trace as text, each data point on a line. */
export function renderTrace(trace: BatchTrace, style: TraceStyle): string {
  const { points } = trace;
  const profile = points.filter(({ event, kind }) => event === null && kind !== "event" && kind !== "batch");
  const events = points.filter(({ kind }) => kind === "event");
  const attributes = groupBy(
    points.filter(({ kind }) => kind === "event_attribute"),
    ({ event }) => event,
  );
  const whole = points.filter(({ kind }) => kind === "batch").map((point) => dropRow(point, style, true));
  const blocks = [
    [printable(headOf(trace.batch)), ...renderRows(whole, style)],
    renderProfile(profile, trace, style),
    ...events.map((event) => renderEvent(event, attributes.get(event.event) ?? [], trace, style)),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function headOf({ id, member, platform, environment, loggedInBy }: BatchFacts): string {
  if (id === undefined) return "batch";
  const login = loggedInBy === undefined ? "not logged in" : `logged in by ${loggedInBy}`;
  const facts = [platform ?? "unknown platform", environment ?? "unknown environment", login].join(", ");
  const of = member === undefined ? "" : ` of member ${shortId(member)}`;
  return `batch ${id}${of} (${facts})`;
}

/** One line in two or three columns and a remark. */
interface Row {
  readonly mark: "✓" | "✗";
  readonly columns: readonly string[];
  readonly remark: string;
}

function renderProfile(
  points: readonly TracedPoint[],
  { requests }: BatchTrace,
  style: TraceStyle,
): readonly string[] {
  const request = requests.find(({ kind }) => kind === "profile");
  const dropped = points.find(({ kind }) => kind === "profile");
  if (dropped !== undefined)
    return [...headLine("profile", "", style), ...renderRows([dropRow(dropped, style, true)], style)];
  const rows = points.flatMap((point) => rowsOf(point, style));
  if (request === undefined && rows.length === 0) return [];
  const head =
    request === undefined
      ? headLine("profile  no request: nothing to say", "", style)
      : requestLine("profile", request, style);
  return [...head, ...renderRows(rows, style)];
}

function renderEvent(
  event: TracedPoint,
  attributes: readonly TracedPoint[],
  { requests }: BatchTrace,
  style: TraceStyle,
): readonly string[] {
  const title = `event ${event.event ?? "–"}  ${event.name ?? "(no name)"}`;
  if (event.drop !== undefined) {
    return [
      ...headLine(title, "", style),
      ...renderRows([dropRow(event, style, true)], style),
      ...notesOf(event, style),
    ];
  }
  const blocks = event.sent.flatMap((sending) => {
    const request = requests[sending.request];
    if (request === undefined) return [];
    const rows = attributes.flatMap((point) =>
      point.sent.filter((one) => one.request === sending.request).map((one) => sentRow(point, one, style)),
    );
    return [...requestLine(`${title} → ${sending.key}`, request, style), ...renderRows(rows, style)];
  });
  const left = attributes
    .filter(({ drop }) => drop !== undefined)
    .map((point) => dropRow(point, style, false));
  return [...blocks, ...renderRows(left, style), ...notesOf(event, style)];
}

function notesOf({ notes }: TracedPoint, { palette }: TraceStyle): readonly string[] {
  return notes.map((note) => `  ${palette.cyan("·")} ${printable(note)}`);
}

function requestLine(title: string, { method, path, at }: Request, style: TraceStyle): readonly string[] {
  return headLine(`${title}  ${method} ${shortPath(path)}`, at, style);
}

/** The member's id is shortened, and the credential is not there at all. */
function shortPath(path: string): string {
  return path.replace(/^.*\/users\/([^/]*)/, (_, id: string) => `…/users/${shortId(id)}`);
}

const placeColumn = 70;

function headLine(title: string, at: string, { palette, program }: TraceStyle): readonly string[] {
  const place = at.startsWith(`${program.entry.path}:`) ? at : shorten(at, program);
  return [
    `${palette.bold(printable(title).padEnd(place === "" ? 0 : placeColumn))}${place === "" ? "" : ` ${palette.blue(place)}`}`,
  ];
}

function rowsOf(point: TracedPoint, style: TraceStyle): readonly Row[] {
  if (point.drop !== undefined) return [dropRow(point, style, false)];
  return point.sent.map((sending) => sentRow(point, sending, style));
}

function sentRow(
  { name }: TracedPoint,
  { key, text, at, steps }: Sending,
  { program, show }: TraceStyle,
): Row {
  const remark = [shorten(at, program), steps.join(", ")].filter((part) => part !== "").join("  ");
  return { mark: "✓", columns: [name ?? "(constant)", key, show(text)], remark };
}

function dropRow({ name, kind, drop }: TracedPoint, { program }: TraceStyle, isAlone: boolean): Row {
  const why = drop?.why.join("; ") ?? "";
  const remark = why === "" && drop !== undefined ? shorten(drop.at, program) : why;
  const reason = drop?.reason ?? "";
  return { mark: "✗", columns: isAlone ? [reason] : [name ?? kind, reason], remark };
}

const widest = 32;

function renderRows(rows: readonly Row[], { palette }: TraceStyle): readonly string[] {
  const widthOf = (column: number) =>
    Math.min(widest, Math.max(0, ...rows.map(({ columns }) => printable(columns[column] ?? "").length)));
  const widths = [widthOf(0), widthOf(1), widthOf(2)];
  return rows.map(({ mark, columns, remark }) => {
    const sign = mark === "✓" ? palette.green(mark) : palette.red(mark);
    const cells = columns.map((text, column) => printable(text).padEnd(widths[column] ?? 0));
    return `  ${sign} ${[...cells, printable(remark)].join("  ")}`.trimEnd();
  });
}

import { escapeHtml } from "./escape-html.ts";

/** A value at a time in milliseconds. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

const width = 960;
const height = 160;
const left = 70;
const bottom = 20;

/** Returns a line over time as SVG, with the largest value and both ends of the time named. */
export function renderChart(points: readonly Point[], name: (value: number) => string): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '<p class="none">Nothing was measured yet.</p>';
  const most = Math.max(1, ...points.map(({ value }) => value));
  const span = Math.max(1, last.at - first.at);
  const x = (at: number) => left + ((at - first.at) / span) * (width - left - 10);
  const y = (value: number) => 10 + (1 - value / most) * (height - bottom - 10);
  const line = points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  const label = escapeHtml(`Lag over time, at most ${name(most)}, now ${name(last.value)}`);
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
<path d="M${left} 10V${height - bottom}H${width - 10}" fill="none" stroke="currentColor" opacity=".4"/>
<polyline points="${line}" fill="none" stroke="currentColor" stroke-width="2"/>
<text x="${left - 6}" y="16" text-anchor="end">${escapeHtml(name(most))}</text>
<text x="${left - 6}" y="${height - bottom}" text-anchor="end">0</text>
<text x="${left}" y="${height - 4}">${timeOf(first.at)}</text>
<text x="${width - 10}" y="${height - 4}" text-anchor="end">${timeOf(last.at)} UTC</text>
</svg>`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}

/** What flows where, as pictures: mParticle's names on the left, SessionM's on the right, a line for each entry. */
import { type Html, html } from "./html.ts";
import type { PageModel } from "./page-model.ts";

/** A line of a picture. */
interface Flow {
  readonly from: string;
  readonly to: string;
  readonly isConditional: boolean;
  readonly isProfile: boolean;
}

const width = 960;
const box = { width: 340, height: 34, gap: 12 } as const;
const head = 30;
/** So many lines fit on a page of paper; what belongs together stays together. */
const mostRows = 22;

/** Returns the pictures; more than one where the lines do not fit on a page. */
export function renderDiagrams({ profile, events }: PageModel): readonly Html[] {
  const of = (kind: string, name: string) => (kind === "screen view" ? `${name} (screen)` : name);
  const count = profile.rows.length;
  const flows: readonly Flow[] = [
    ...(count === 0
      ? []
      : [
          {
            ...{ from: `Member: ${count} value${count === 1 ? "" : "s"}`, to: "Profile", isProfile: true },
            isConditional: profile.condition.startsWith("Sent only"),
          },
        ]),
    ...events.map(({ kind, name, to, isConditional }) => {
      return { from: of(kind, name), to, isConditional, isProfile: false };
    }),
  ];
  return pages(components(flows)).map((page, index, all) => renderPage(page, index, all.length));
}

/** Groups of lines that share an end: an event that becomes two, two that become one. */
function components(flows: readonly Flow[]): readonly (readonly Flow[])[] {
  const groups: Flow[][] = [];
  for (const flow of flows) {
    const touching = groups.filter((group) => group.some((one) => isTouching(one, flow)));
    const [first] = touching;
    if (first === undefined) {
      groups.push([flow]);
      continue;
    }
    for (const other of touching.slice(1)) first.push(...groups.splice(groups.indexOf(other), 1).flat());
    first.push(flow);
  }
  return groups;
}

function isTouching(one: Flow, other: Flow): boolean {
  return one.isProfile === other.isProfile && (one.from === other.from || one.to === other.to);
}

function pages(groups: readonly (readonly Flow[])[]): readonly (readonly Flow[])[] {
  const made: Flow[][] = [];
  for (const group of groups) {
    const last = made.at(-1);
    if (last === undefined || rowsOf([...last, ...group]) > mostRows) made.push([...group]);
    else last.push(...group);
  }
  return made;
}

function rowsOf(flows: readonly Flow[]): number {
  return Math.max(new Set(flows.map(({ from }) => from)).size, new Set(flows.map(({ to }) => to)).size);
}

function renderPage(flows: readonly Flow[], index: number, count: number): Html {
  const left = place([...new Set(flows.map(({ from }) => from))], () => 0);
  const middle = (to: string) => {
    const own = flows.filter((flow) => flow.to === to).map(({ from }) => left.get(from) ?? 0);
    return own.reduce((sum, y) => sum + y, 0) / Math.max(1, own.length);
  };
  const targets = [...new Set(flows.map(({ to }) => to))].sort((a, b) => middle(a) - middle(b));
  const right = place(targets, middle);
  const height = Math.max(...left.values(), ...right.values()) + box.height + 4;
  const title = `What flows where${count > 1 ? `, part ${index + 1} of ${count}` : ""}`;
  const said = flows.map(
    ({ from, to, isConditional }) => `${from} becomes ${to}${isConditional ? " under a condition" : ""}`,
  );
  return html`<svg class="flow" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}. ${said.join("; ")}.">
<text class="side" x="0" y="16">mParticle</text><text class="side" x="${width}" y="16" text-anchor="end">SessionM</text>
${flows.map((flow) => renderLine(flow, left.get(flow.from) ?? 0, right.get(flow.to) ?? 0))}
${[...left].map(([name, y]) =>
  renderBox(
    name,
    0,
    y,
    flows.some((flow) => flow.isProfile && flow.from === name),
  ),
)}
${[...right].map(([name, y]) =>
  renderBox(
    name,
    width - box.width,
    y,
    flows.some((flow) => flow.isProfile && flow.to === name),
  ),
)}
</svg>
`;
}

/** Returns the top of each box: as near to where it wants to be as those above it allow. */
function place(names: readonly string[], wanted: (name: string) => number): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let next = head;
  for (const name of names) {
    const top = Math.max(next, wanted(name));
    tops.set(name, top);
    next = top + box.height + box.gap;
  }
  return tops;
}

function renderLine({ isConditional, isProfile }: Flow, fromTop: number, toTop: number): Html {
  const [x1, x2] = [box.width, width - box.width - 7];
  const [y1, y2] = [fromTop + box.height / 2, toTop + box.height / 2];
  const bend = (x2 - x1) / 2;
  const kind = `${isProfile ? "profile" : "event"}${isConditional ? " conditional" : ""}`;
  return html`<g class="line ${kind}"><path d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/><path class="tip" d="M${x2 + 6} ${y2}l-8 -4.5v9z"/></g>`;
}

function renderBox(name: string, x: number, y: number, isProfile: boolean): Html {
  const shown = fitting(name);
  return html`<g class="box${isProfile ? " profile" : ""}"><title>${name}</title><rect x="${x + 0.5}" y="${y + 0.5}" width="${box.width - 1}" height="${box.height - 1}" rx="8"/><text x="${x + 14}" y="${y + box.height / 2 + 5}">${shown}</text></g>`;
}

/** A little less than there is room for: fonts differ. */
const room = box.width - 34;

/** Returns as much of a name as fits into a box. */
function fitting(name: string): string {
  let left = room;
  let shown = "";
  for (const point of name) {
    left -= widthOf(point);
    if (left < 0) return `${shown.trimEnd()}…`;
    shown += point;
  }
  return name;
}

/** How wide a character is at most at 15 pixels in the fonts of the page. */
function widthOf(point: string): number {
  if (/[ijlftI.,:;'|! ()[\]]/.test(point)) return 6;
  if (/[mwMW@%]/.test(point)) return 15;
  if (/[A-Z]/.test(point)) return 11;
  return /[ -~]/.test(point) ? 9.6 : 15.5;
}

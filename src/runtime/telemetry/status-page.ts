import { renderChart } from "./chart.ts";
import { escapeHtml } from "./escape-html.ts";
import { type Counts, type DeadLetterLine, headlineOf, type Status } from "./status.ts";

/** Returns the status as a page for people: no scripts, nothing from elsewhere, new every five seconds. */
export function renderStatusPage(status: Status): string {
  const { tone, text } = headlineOf(status);
  const { queue, rates } = status;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>${escapeHtml(status.name)} · Waybill</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(status.name)}</h1>
<p>to <b>${escapeHtml(status.destination)}</b> · up ${duration((status.at - status.startedAt) / 1000)} · build <code>${escapeHtml(status.build.replace("sha256:", "").slice(0, 12))}</code> · Waybill ${escapeHtml(status.version)}</p>
</header>
<p role="status" class="${tone}">${escapeHtml(text)}</p>
<section aria-label="Now" class="tiles">
${tile("received", `${rate(rates.received)}`, "batches a second, last minute")}
${tile("delivered", `${rate(rates.delivered)}`, "requests a second, last minute")}
${tile("waiting", number(queue.waiting), `batches · ${number(queue.lanes)} members`)}
${tile("lag", duration(queue.oldestSeconds), "the oldest waiting batch")}
${tile("dead letters", number(queue.deadLetters), "waybill dlq list")}
</section>
<section aria-labelledby="lag-title">
<h2 id="lag-title">Lag, last hour</h2>
${renderChart(
  status.history.map(({ at, oldestSeconds }) => ({ at, value: oldestSeconds })),
  duration,
)}
</section>
<div class="columns">
${table("Received", "batches", status.received, "Nothing was received yet.")}
${table("POSTs refused", "reason", status.refusedPosts, "None.")}
${table("Requests done", "result", status.done, "None yet.")}
${table("Attempts", "outcome", status.attempts, "None yet.")}
${table("Data points left out", "reason", status.drops, "None.")}
</div>
${deadLetterTable(status.lastDeadLetters)}
<footer>Counts are since the start. <a href="/metrics">metrics</a> · <a href="/status.json">status as JSON</a> · <a href="/health/ready">ready?</a></footer>
</body>
</html>
`;
}

function tile(label: string, value: string, hint: string): string {
  return `<div class="tile"><span>${label}</span><strong data-tile="${label}">${value}</strong><small>${escapeHtml(hint)}</small></div>`;
}

/** How many reasons a table names; the rest is one row. */
const shownRows = 8;

function table(title: string, column: string, counts: Counts, none: string): string {
  const head = `<section><h2>${title}</h2>`;
  if (counts.length === 0) return `${head}<p class="none">${none}</p></section>`;
  const rest = counts.slice(shownRows).reduce((sum, [, count]) => sum + count, 0);
  const rows: Counts = [...counts.slice(0, shownRows), ...(rest > 0 ? [["others", rest] as const] : [])];
  const body = rows.map(([name, count]) => `<tr><td>${escapeHtml(name)}</td><td>${number(count)}</td></tr>`);
  return `${head}<table><thead><tr><th>${column}</th><th>count</th></tr></thead><tbody>${body.join("")}</tbody></table></section>`;
}

function deadLetterTable(letters: readonly DeadLetterLine[]): string {
  const head = `<section><h2>Last dead letters</h2>`;
  if (letters.length === 0) return `${head}<p class="none">None.</p></section>`;
  const rows = letters.map(({ id, at, reason, kind, entry, attempts }) => {
    const cells = [new Date(at).toISOString().replace(/\.\d+Z$/, "Z"), reason, kind, entry, attempts, id];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(String(cell))}</td>`).join("")}</tr>`;
  });
  const columns = ["at", "reason", "kind", "waybill entry", "attempts", "id"];
  return `${head}<table class="wide"><thead><tr>${columns.map((name) => `<th>${name}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function rate(value: number): string {
  return value >= 100 ? number(Math.round(value)) : value.toFixed(1);
}

/** A time in the two largest units that it has. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const units = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor(whole / 3600) % 24, "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ] as const;
  const first = units.findIndex(([count]) => count > 0);
  if (first === -1) return "0 s";
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--good:#1a7f37;--bad:#cf222e;--warning:#9a6700}
@media(prefers-color-scheme:dark){:root{--good:#3fb950;--bad:#f85149;--warning:#d29922}}
body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1.5rem}
h1{margin:0;font-size:1.6rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}header p,footer,small,.none{opacity:.75;margin:.2rem 0}
[role=status]{border-left:4px solid;padding:.5rem .8rem;font-weight:600;background:var(--soft)}
.good{border-color:var(--good)}.bad{border-color:var(--bad)}.warning{border-color:var(--warning)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.8rem}
.tile{border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem;display:flex;flex-direction:column}
.tile strong{font-size:1.7rem;font-variant-numeric:tabular-nums}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:0 2rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .5rem .25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
table:not(.wide) td:last-child,table:not(.wide) th:last-child{text-align:right;font-variant-numeric:tabular-nums}
svg{width:100%;height:auto;color:var(--warning)}svg text{fill:currentColor;font-size:11px}footer{margin-top:2rem}
`;

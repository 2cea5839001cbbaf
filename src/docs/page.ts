/** The page that people read, print and sign: one file of HTML without scripts, nothing from elsewhere. */
import { renderDiagrams } from "./diagram.ts";
import { type Html, html } from "./html.ts";
import type { EventModel, PageModel, ProfileModel, RowModel } from "./page-model.ts";
import { pageStyle } from "./page-style.ts";

const arrow = "→";
const dot = " · ";

/** Returns the page. */
export function renderPage(page: PageModel): string {
  const { name, description, owner, lastChange, gate, profile, events, rules } = page;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}: what mParticle sends to SessionM</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the mapping</a>
<header>
<p class="kicker">mParticle to SessionM</p>
<h1>${name}</h1>
${description === undefined ? undefined : html`<p class="lead">${description}</p>`}
<dl class="facts">
<div><dt>Owner</dt><dd>${owner}</dd></div>
<div><dt>Last change</dt><dd>${lastChange}</dd></div>
<div><dt>Events</dt><dd>${eventCount(events)}</dd></div>
<div><dt>Profile attributes</dt><dd>${meter(profile.used, profile.most, "custom attributes of a profile")}</dd></div>
<div><dt>Fullest event</dt><dd>${fullest(events)}</dd></div>
</dl>
</header>
<main id="main">
<section aria-labelledby="flow"><h2 id="flow">What flows where</h2>
${events.length + profile.rows.length === 0 ? html`<p>Nothing is mapped yet.</p>` : renderDiagrams(page)}
${legend(page)}
</section>
<section aria-labelledby="gate"><h2 id="gate">Whose data is sent</h2>
<ul>${gate.map((text) => html`<li>${text}</li>`)}</ul></section>
${profileSection(profile)}
${events.length === 0 ? undefined : contents(events)}
${events.map(eventSection)}
<section aria-labelledby="rules"><h2 id="rules">What holds for all of it</h2>
<ul>${rules.map((text) => html`<li>${text}</li>`)}</ul></section>
<section class="signature" aria-labelledby="signature"><h2 id="signature">Approval</h2>
<p>This mapping is what we want SessionM to receive.</p>
<div class="lines"><span>Name</span><span>Date</span><span>Signature</span></div></section>
</main>
<footer>Made from the waybill ${name}. Places such as <code>${profile.place}</code> are lines of its files.</footer>
</body>
</html>
`;
  return document.html;
}

function eventCount(events: readonly EventModel[]): string {
  const names = new Set(events.map(({ to }) => to)).size;
  const sources = new Set(events.map(({ kind, name }) => `${kind} ${name}`)).size;
  return `${sources} of mParticle become ${names} of SessionM`;
}

function fullest(events: readonly EventModel[]): Html {
  const [first] = [...events].sort((a, b) => b.used - a.used);
  if (first === undefined) return html`none`;
  return html`${meter(first.used, first.most, `attributes of ${first.to}`)} <span class="soft">${first.to}</span>`;
}

/** A bar with its numbers in words, so that neither colour nor shape is needed to read it. */
function meter(used: number, most: number, what: string): Html {
  const share = Math.min(100, (100 * used) / most);
  const level = used > most ? "over" : share > 90 ? "high" : "fine";
  return html`<span class="meter ${level}" title="${used} of ${most} ${what}"><span class="count">${used} of ${most}</span><span class="bar" aria-hidden="true"><span style="width:${share.toFixed(1)}%"></span></span></span>`;
}

function legend({ events, profile }: PageModel): Html | undefined {
  const isConditional =
    events.some((event) => event.isConditional) || profile.condition.startsWith("Sent only");
  if (!isConditional) return undefined;
  return html`<p class="legend"><svg viewBox="0 0 44 8" width="44" height="8" aria-hidden="true"><path d="M0 4H44"/></svg> A broken line: only for some, as the event's section says.</p>`;
}

function contents(events: readonly EventModel[]): Html {
  const items = events.map(({ name, to, kind }, index) => {
    return html`<li><a href="#e${index + 1}">${name}</a>${kind === "screen view" ? html` <span class="soft">screen</span>` : undefined} <span class="arrow">${arrow}</span> ${to}</li>`;
  });
  return html`<nav aria-labelledby="contents"><h2 id="contents">Events</h2><ol class="contents">${items}</ol></nav>`;
}

function profileSection({ rows, condition, used, most, place, changed }: ProfileModel): Html {
  return html`<section aria-labelledby="profile"><div class="title"><h2 id="profile">The member's profile</h2>${meter(used, most, "custom attributes")}</div>
<p class="soft">${place}${changed === "" ? "" : `${dot}${changed}`}</p>
${condition === "" ? undefined : html`<p class="condition">${condition}</p>`}
${rows.length === 0 ? html`<p>Nothing of the profile is sent but the member's id.</p>` : table(rows, { caption: "What is sent of the member", from: "Member in mParticle", to: "Profile in SessionM", changed })}
</section>
`;
}

function eventSection(event: EventModel, index: number): Html {
  const { kind, name, to, condition, rows, takesNew, used, most, place, changed } = event;
  const id = `e${index + 1}`;
  return html`<section class="event" aria-labelledby="${id}"><div class="title"><h3 id="${id}">${name} <span class="arrow">${arrow}</span> <span class="to">${to}</span></h3>${meter(used, most, "attributes")}</div>
<p class="soft">${kind === "event" ? "Custom event" : "Screen view"}${dot}${place}${changed === "" ? "" : `${dot}${changed}`}</p>
${condition === "" ? undefined : html`<p class="condition">${condition}</p>`}
${rows.length === 0 ? html`<p>Sent without attributes.</p>` : table(rows, { caption: `Attributes of ${name}`, from: "Attribute in mParticle", to: "Attribute in SessionM", changed })}
${takesNew ? html`<p>Attributes that are not listed are sent too, after these, in the order of their names.</p>` : undefined}
${used > most ? html`<p class="condition">More than ${most} are listed. Those that are marked go only where others before them have no value.</p>` : undefined}
</section>
`;
}

const whatWords = { identity: "", field: "field", attribute: "", identifier: "identifier" } as const;

interface TableWords {
  readonly caption: string;
  readonly from: string;
  readonly to: string;
  /** The last change of the whole: it is not said again of each row. */
  readonly changed: string;
}

function table(rows: readonly RowModel[], { caption, from, to, changed }: TableWords): Html {
  const body = rows.map((row) => {
    const detail = [row.making, row.condition].filter((text) => text !== "").join(" ");
    const mark = whatWords[row.what];
    return html`<tr${row.isBeyond ? html` class="beyond"` : undefined}><td>${row.from === "" ? html`<span class="soft">a constant</span>` : row.from}</td>
<td><b>${row.to}</b>${mark === "" ? undefined : html` <span class="soft">${mark}</span>`}</td>
<td>${detail === "" ? html`<span class="soft">As it is.</span>` : detail}${row.isBeyond ? html` <em>Beyond the limit.</em>` : undefined}</td>
<td class="place">${row.place}${row.changed === "" || row.changed === changed ? undefined : html`<br>${row.changed}`}</td></tr>
`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">${from}</th><th scope="col">${to}</th><th scope="col">Value and condition</th><th scope="col">Line</th></tr></thead>
<tbody>${body}</tbody></table></div>`;
}

import type { Html } from "./html.ts";

/** The look of the page: on a screen, light and dark, and on paper. */
export const pageStyle: Html = {
  html: `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--paper:#fff;--card:#f6f8fa;--line:#d9dfe6;--event:#2563a8;--profile:#8a4b08;--high:#9a5b00;--over:#b3261e;--note:#fff7e0;--noteline:#c98a00}
@media(prefers-color-scheme:dark){:root{--ink:#e6ebf1;--soft:#9fabba;--paper:#12171d;--card:#1a2129;--line:#323c48;--event:#7cb7f2;--profile:#f0b072;--high:#f0b64a;--over:#ff8a80;--note:#2b2514;--noteline:#d9a11a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:68rem;padding:2.5rem 1.5rem 4rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:2.4rem;line-height:1.15;margin:.1em 0 .3em;letter-spacing:-.02em}h2{font-size:1.35rem;margin:0 0 .6rem;letter-spacing:-.01em}h3{font-size:1.12rem;margin:0}
.kicker{margin:0;color:var(--event);font-weight:600;font-size:.85rem;letter-spacing:.08em;text-transform:uppercase}
.lead{font-size:1.15rem;margin:.2rem 0;color:var(--soft)}p{margin:.5rem 0}ul{padding-left:1.2rem;margin:.4rem 0}li{margin:.2rem 0}
main>section,main>nav{margin-top:2.6rem}main>section.event{margin-top:1.4rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));margin:1.6rem 0 0;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden}
.facts div{padding:.8rem 1rem;box-shadow:1px 0 var(--line),0 1px var(--line)}dt{color:var(--soft);font-size:.82rem}dd{margin:.1rem 0 0;font-weight:600}
.soft{color:var(--soft);font-weight:400}p.soft{font-size:.88rem;margin:.15rem 0 .6rem}.arrow{color:var(--soft);font-weight:400}.to{color:var(--event)}
.title{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.3rem 1.5rem}
.meter{display:inline-flex;align-items:center;gap:.6rem;font-variant-numeric:tabular-nums;white-space:nowrap;font-weight:600}
.bar{display:inline-block;width:5.5rem;height:.5rem;border-radius:1rem;background:var(--line);overflow:hidden}.bar span{display:block;height:100%;border-radius:1rem;background:var(--event)}
.high .bar span{background:var(--high)}.over .bar span{background:var(--over)}.over .count{color:var(--over)}
.event{border:1px solid var(--line);border-radius:12px;padding:1.1rem 1.3rem}
.condition{background:var(--note);border-left:3px solid var(--noteline);padding:.45rem .8rem;border-radius:0 6px 6px 0;margin:.5rem 0 .8rem}
.contents{columns:2 20rem;column-gap:2.5rem;padding-left:1.8rem;margin:0}.contents li{break-inside:avoid;margin:.15rem 0}a{color:var(--event);text-underline-offset:.15em}
.scroll{overflow-x:auto}.scroll:focus-visible{outline:2px solid var(--event);outline-offset:3px;border-radius:4px}
table{border-collapse:collapse;width:100%;font-size:.95rem}caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th{text-align:left;color:var(--soft);font-weight:600;font-size:.82rem;padding:.35rem .9rem .35rem 0;border-bottom:2px solid var(--line);vertical-align:bottom}
td{padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}tr:last-child td{border-bottom:0}table{table-layout:fixed;min-width:42rem}th:nth-child(1){width:24%}th:nth-child(2){width:23%}th:nth-child(4){width:22%}
td.place{color:var(--soft);font-size:.8rem;line-height:1.4}tr.beyond td{color:var(--soft)}em{color:var(--over);font-style:normal}
.flow{display:block;width:100%;height:auto;margin:.6rem 0 1rem;font-size:15px}.flow text{fill:var(--ink)}.flow .side{fill:var(--soft);font-size:14px;font-weight:600}
.flow .box rect{fill:var(--card);stroke:var(--line)}.flow .box.profile rect{stroke:var(--profile)}
.flow .line path{fill:none;stroke:var(--event);stroke-width:2}.flow .line.profile path{stroke:var(--profile)}.flow .line.conditional path{stroke-dasharray:7 5}
.flow .line path.tip{stroke:none;fill:var(--event)}.flow .line.profile path.tip{fill:var(--profile)}
.legend{color:var(--soft);font-size:.9rem}.legend svg{vertical-align:middle}.legend path{stroke:var(--event);stroke-width:2;stroke-dasharray:7 5}
.signature .lines{display:grid;grid-template-columns:2fr 1fr 2fr;gap:2rem;margin-top:3.2rem}.signature .lines span{border-top:1px solid var(--soft);padding-top:.3rem;color:var(--soft);font-size:.85rem}
footer{margin-top:3rem;color:var(--soft);font-size:.85rem}code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.92em}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
@media(max-width:40rem){body{padding:1.5rem 1rem 3rem}h1{font-size:1.9rem}.event{padding:.9rem 1rem}.signature .lines{grid-template-columns:1fr;gap:3rem}}
@page{size:A4;margin:16mm 15mm}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#bbb;--event:#1d4f88;--profile:#6f3c06;--note:#fff;--noteline:#777}
body{font-size:10pt;padding:0;max-width:none}h1{font-size:22pt}h2{font-size:13pt}h3{font-size:11pt}main>section,main>nav{margin-top:7mm}
.skip,nav{display:none}h2,h3,.title,.title+p,.condition{break-after:avoid}.flow,.facts,.signature,tr,.condition{break-inside:avoid}thead{display:table-header-group}
.event{border:0;border-top:1px solid var(--line);border-radius:0;padding:4mm 0 0}.scroll{overflow:visible}table{font-size:9pt;min-width:0}td.place{font-size:7.5pt}
.bar{border:1px solid var(--line);print-color-adjust:exact;-webkit-print-color-adjust:exact}.bar span{print-color-adjust:exact;-webkit-print-color-adjust:exact}a{color:inherit;text-decoration:none}.signature .lines{margin-top:18mm}}
`,
};

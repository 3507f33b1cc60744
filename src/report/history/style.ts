/** The look of the history pages: the reader's own fonts and colour scheme, nothing that is loaded. */

/** Colours of both schemes. Text on its ground has a contrast of at least 4.5 to 1 in both. */
const COLOURS = `
:root { color-scheme: light dark; --ground: #ffffff; --card: #f7f8fa; --text: #1c2128; --quiet: #57606a; --rule: #d8dee4;
  --link: #0a5bc4; --t0: #0a5bc4; --t1: #a8570a; --t2: #12766f; --t3: #7447b8; --band: #0a5bc41c; --good: #116b32; --bad: #b3261e; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #0f141a; --card: #171d25; --text: #e8edf3; --quiet: #9ba7b4; --rule: #303a46;
    --link: #7cb3ff; --t0: #6aa9ff; --t1: #e8a35c; --t2: #5cc8bd; --t3: #bfa0f5; --band: #6aa9ff26; --good: #5fcf86; --bad: #ff8f86; }
}`;

const PAGE = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere; }
header, main, footer { max-width: 82rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .875rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0; font-weight: 650; letter-spacing: -.01em; }
h2 { font-size: 1.125rem; margin: 2.5rem 0 .25rem; font-weight: 650; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; }
p { margin: .25rem 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 3px; }
code { font: .875em/1 ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "Liberation Mono", monospace; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.better { color: var(--good); } .worse { color: var(--bad); }
.steady { color: var(--quiet); }
nav { font-size: .875rem; margin-bottom: .75rem; }`;

const TILES = `
.scenario { margin-top: 2rem; }
.scenario h3 { font-size: 1.125rem; }
.tiles { list-style: none; padding: 0; margin: .75rem 0 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); }
@media (min-width: 46rem) { .tiles { grid-template-columns: repeat(4, 1fr); } }
.tile { display: block; height: 100%; padding: .75rem .875rem .625rem; border: 1px solid var(--rule); border-radius: 8px; background: var(--card); color: inherit; text-decoration: none; }
.tile:hover { border-color: var(--link); }
.tile .label { display: block; color: var(--quiet); font-size: .875rem; }
.tile .last { display: block; font-size: 1.25rem; font-weight: 600; line-height: 1.3; }
.tile .small { display: block; }
.spark { display: block; width: 100%; height: auto; margin: .375rem 0 .25rem; }`;

const CHARTS = `
.charts { display: grid; gap: 1.25rem 1.5rem; margin-top: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 23rem), 1fr)); }
figure { margin: 0; padding: .875rem 1rem; border: 1px solid var(--rule); border-radius: 8px; background: var(--card); min-width: 0; scroll-margin-top: 1rem; }
figure:target { border-color: var(--link); }
figcaption .head { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
figcaption .last { font-size: 1.25rem; font-weight: 600; margin-left: auto; }
.chart { display: block; width: 100%; height: auto; margin: .5rem 0; }
.chart text { font: 11px system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; fill: var(--quiet); }
.chart .mark { font-weight: 650; fill: var(--text); }
.tick { stroke: var(--rule); fill: none; stroke-width: 1; }
.rule { stroke: var(--quiet); fill: none; stroke-width: 1; stroke-dasharray: 3 3; }
.band { fill: var(--band); } .centre { stroke: var(--t0); fill: none; stroke-width: 1; opacity: .45; }
.line { fill: none; stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; stroke: var(--tone); }
.tone-0 { --tone: var(--t0); } .tone-1 { --tone: var(--t1); } .tone-2 { --tone: var(--t2); } .tone-3 { --tone: var(--t3); }
.point { fill: var(--tone); stroke: var(--tone); stroke-width: 1.25; }
.point.past { fill: var(--card); }
.chart a:hover .point, .chart .point:hover { stroke: var(--text); stroke-width: 2.5; }
.end { fill: var(--t0); }
details { margin-top: .5rem; font-size: .875rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }`;

const TABLES = `
.scroll { overflow: auto; max-height: 26rem; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; overflow-wrap: normal; }
caption.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
caption { text-align: left; color: var(--quiet); padding-bottom: .375rem; }
th, td { text-align: left; padding: .3125rem .75rem .3125rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { font-weight: 600; color: var(--quiet); white-space: nowrap; }
td { white-space: nowrap; } td.long { white-space: normal; min-width: 18rem; }
td.number, th.number { text-align: right; } td.number + td, th.number + th { padding-left: .75rem; }
ul.plain { padding-left: 1.1rem; margin: .5rem 0; max-width: 60rem; }
@media print {
  :root { color-scheme: light; --card: #fff; --text: #000; --quiet: #444; --rule: #bbb; }
  .charts { grid-template-columns: 1fr 1fr; } .tiles { grid-template-columns: repeat(4, 1fr); }
  figure, .tile, tr { break-inside: avoid; } .scroll { max-height: none; overflow: visible; }
  nav, details:not([open]) { display: none; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }`;

/** The whole style sheet. */
export const STYLE = [COLOURS, PAGE, TILES, CHARTS, TABLES].join('\n').trim();
